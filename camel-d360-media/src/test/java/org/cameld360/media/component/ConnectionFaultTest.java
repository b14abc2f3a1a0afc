package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection that could be made, if there were not too many. */
@Timeout(30)
class ConnectionFaultTest {

    @Test
    void noConnectionComesFree() throws Exception {
        try (FaultLab small = new FaultLab(options -> options.setMaxConnections(1));
                ScriptedServer server = ScriptedServer.start(
                        c -> c.readBody()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
                                .trickle("x".repeat(900), Duration.ofMillis(20)),
                        c -> c.json(200, Call.SEND_V1.goodAnswer()))) {
            Ending slow = small.start(Call.GET_V1.uri(server.url()), Call.GET_V1.message());
            await().until(() -> server.requests().size() == 1);

            Ending waiting = small.start(Call.SEND_V1.uri(server.url()), Call.SEND_V1.message());

            waiting.within(Duration.ofSeconds(3));
            assertThat(waiting.failure())
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("came free within 400 ms (maxConnections)");
            assertThat(server.requests()).hasSize(1);
            assertThat(slow.times()).isZero();
        }
    }
}
