package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect would carry the key elsewhere, or turn a POST into a GET. */
@Timeout(30)
class RedirectTest {

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void isRefusedAndNeverFollowed(int status) {
        try (FaultLab lab = new FaultLab();
                ScriptedServer elsewhere = ScriptedServer.start(c -> c.json(200, "{}"))) {
            Stream.of(Call.values()).forEach(call -> {
                String location = elsewhere.url() + "/stolen?key=" + FaultLab.KEY;
                try (ScriptedServer server = ScriptedServer.start(call.meeting(c -> c.readBody()
                        .write("HTTP/1.1 " + status + " Moved\r\nLocation: " + location
                                + "\r\nContent-Length: 0\r\n\r\n")))) {
                    Ending ending =
                            lab.start(call.uri(server.url()), call.message()).within(Duration.ofSeconds(5));

                    assertThat(ending.failure())
                            .isExactlyInstanceOf(RequestRefusedException.class)
                            .hasMessageContaining("redirects are not followed")
                            .hasMessageNotContainingAny("stolen", FaultLab.KEY);
                    assertThat(server.requests().stream().filter(call::concerns))
                            .hasSize(1);
                }
            });
            assertThat(elsewhere.connections()).isZero();
            lab.assertNothingLeaks();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other/path", "?once=more"})
    void isNotFollowedOnTheSameHostEither(String location) {
        try (FaultLab lab = new FaultLab();
                ScriptedServer server = ScriptedServer.start(c -> c.readBody()
                        .write("HTTP/1.1 307 Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"))) {
            Map.of("send", Call.SEND_V2, "upload", Call.UPLOAD_V2).values().forEach(call -> {
                int before = server.requests().size();
                Ending ending =
                        lab.start(call.uri(server.url()), call.message()).within(Duration.ofSeconds(5));

                assertThat(ending.failure()).isExactlyInstanceOf(RequestRefusedException.class);
                assertThat(server.requests()).hasSize(before + 1);
            });
        }
    }
}
