package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to a metadata request can't make the component call another host, and its query is signed. */
@Timeout(30)
class DownloadAddressFaultTest {

    private static FaultLab lab;

    @BeforeAll
    static void start() {
        lab = new FaultLab();
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:{foreign}/whatsapp_business/attachments/?mid=1",
                "http://localhost:{foreign}/whatsapp_business/attachments/?mid=1",
                "https://localhost:{own}/whatsapp_business/attachments/?mid=1",
                "http://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
                "https://lookaside.fbsbx.com:8443/whatsapp_business/attachments/?mid=1",
                "https://lookaside.fbsbx.com/elsewhere/?mid=1",
                "https://lookaside.fbsbx.com.example.org/whatsapp_business/attachments/?mid=1",
                "https://user:pw@lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
                "http://localhost:{own}@127.0.0.1:{foreign}/whatsapp_business/attachments/?mid=1",
                "http://user@localhost:{own}/whatsapp_business/attachments/?mid=1",
                "http://localhost:{own}//127.0.0.1:{foreign}/?mid=1",
                "//localhost:{foreign}/whatsapp_business/attachments/",
                "/whatsapp_business/attachments/?mid=1",
                "file:///etc/passwd",
                "ftp://localhost:{foreign}/x",
                "http://localhost:{own}/a b",
                "http://[::1/",
                "mailto:x@example.org",
                "not an address",
                "\\r\\nX-Injected: 1",
                ""
            })
    void isRefusedAndNobodyElseSeesAnything(String address) {
        try (ScriptedServer foreign = ScriptedServer.start(c -> c.answer(200, "image/jpeg", "x"))) {
            try (ScriptedServer server = ScriptedServer.start(c -> c.json(
                    200,
                    "{\"url\":\""
                            + address.replace("{foreign}", "" + foreign.port())
                                    .replace("{own}", ownPort(c.header("Host")))
                            + "\"}"))) {
                Ending ending = get(server);

                assertThat(ending.failure())
                        .isExactlyInstanceOf(ServiceUnavailableException.class)
                        .hasMessageContaining("address")
                        .hasMessageNotContainingAny("mid=", "example.org", "pw@");
                assertThat(server.requests()).hasSize(2).allMatch(c -> c.target()
                        .equals("/" + Call.ID));
            }
            assertThat(foreign.connections()).isZero();
            lab.assertNothingLeaks();
        }
    }

    @Test
    void isRefusedWhereItIsMissing() {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, "{\"id\":\"1\",\"url\":null}"))) {
            assertThat(get(server).failure())
                    .isExactlyInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("no address to download from");
        }
    }

    @Test
    void keepsPathAndQueryByteForByte() {
        String query = "mid=7&hash=ATs%2Fa%2fb+c%20d~%C3%A9&ext=1&&z=%25;(x)'!*$,[q]";
        try (ScriptedServer server = ScriptedServer.start(
                c -> c.json(
                        200,
                        "{\"url\":\"https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/x%2Fy\\/.\\/..\\/?"
                                + query + "\"}"),
                c -> c.answer(200, "image/jpeg", "media"))) {
            Ending ending = lab.start(
                            Call.DOWNLOAD_V2.uri("RAW(" + server.url() + "/gate%20way/)"), Call.DOWNLOAD_V2.message())
                    .within(Duration.ofSeconds(5));

            assertThat(ending.failure()).isNull();
            assertThat(server.requests().get(1).target())
                    .isEqualTo("/gate%20way/whatsapp_business/attachments/x%2Fy/./../?" + query);
            assertThat(server.requests()).allSatisfy(c -> {
                assertThat(c.header("Host")).isEqualTo("localhost:" + server.port());
                assertThat(c.header("D360-API-KEY")).isEqualTo(FaultLab.KEY);
            });
        }
    }

    private static String ownPort(String host) {
        return host.substring(host.indexOf(':') + 1);
    }

    private static Ending get(ScriptedServer server) {
        return lab.start(Call.METADATA_V2.uri(server.url()), Call.METADATA_V2.message())
                .within(Duration.ofSeconds(5));
    }
}
