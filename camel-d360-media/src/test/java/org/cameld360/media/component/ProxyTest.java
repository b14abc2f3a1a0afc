package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plain http through a proxy: the proxy sees the whole address, and its password at once. */
@Timeout(30)
class ProxyTest {

    private static final String TARGET = "http://d360.example.org:8080/base";

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("jane:pr0xy-pass".getBytes(StandardCharsets.US_ASCII));

    private static FaultLab lab(int port) {
        return new FaultLab(options -> {
            options.setProxyHost("localhost");
            options.setProxyPort(port);
            options.setProxyUsername("jane");
            options.setProxyPassword("pr0xy-pass");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestGoesThroughItOnceWithThePassword(Call call) {
        try (ScriptedServer proxy = ScriptedServer.start(c -> {
                    if (BASIC.equals(c.header("Proxy-Authorization"))) {
                        call.serveWell(c);
                    } else {
                        c.readBody()
                                .write("HTTP/1.1 407 Who\r\n"
                                        + "Proxy-Authenticate: Basic realm=\"x\"\r\n"
                                        + "Content-Length: 0\r\n\r\n");
                    }
                });
                FaultLab lab = lab(proxy.port())) {
            Ending ending = lab.start(call.uri(TARGET), call.message()).within(Duration.ofSeconds(5));

            assertThat(ending.failure()).isNull();
            assertThat(proxy.requests()).allSatisfy(c -> {
                assertThat(c.target()).startsWith(TARGET + "/");
                assertThat(c.header("Host")).isEqualTo("d360.example.org:8080");
                assertThat(c.header("D360-API-KEY")).isEqualTo(FaultLab.KEY);
                assertThat(c.isComplete()).isTrue();
            });
            assertThat(ending.times()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusedPasswordSaysWhichOptionsToSet(Call call) {
        try (ScriptedServer proxy = ScriptedServer.start(c -> c.readBody()
                        .write("HTTP/1.1 407 Who\r\n"
                                + "Proxy-Authenticate: Basic realm=\"x\"\r\n"
                                + "Content-Length: 0\r\n\r\n"));
                FaultLab lab = lab(proxy.port())) {
            Ending ending = lab.start(call.uri(TARGET), call.message()).within(Duration.ofSeconds(5));

            assertThat(ending.failure())
                    .isExactlyInstanceOf(RequestRefusedException.class)
                    .hasMessageContainingAll("407", "proxyUsername", "proxyPassword");
            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void aTunnelIsAskedForWithoutTheKey() {
        try (ScriptedServer proxy =
                        ScriptedServer.start(c -> c.readBody().write("HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n"));
                FaultLab lab = lab(proxy.port())) {
            Ending ending = lab.start(Call.SEND_V2.uri("https://d360.example.org"), Call.SEND_V2.message())
                    .within(Duration.ofSeconds(5));

            assertThat(ending.failure())
                    .isExactlyInstanceOf(RequestRefusedException.class)
                    .hasMessageContaining("proxyPassword");
            assertThat(proxy.requests()).singleElement().satisfies(c -> {
                assertThat(c.method()).isEqualTo("CONNECT");
                assertThat(c.target()).isEqualTo("d360.example.org:443");
                assertThat(c.header("Proxy-Authorization")).isEqualTo(BASIC);
                assertThat(c.header("D360-API-KEY")).isNull();
            });
        }
    }

    @Test
    void aProxyThatIsDownIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (FaultLab lab = lab(port)) {
            Ending ending =
                    lab.start(Call.SEND_V1.uri(TARGET), Call.SEND_V1.message()).within(Duration.ofSeconds(5));

            assertThat(ending.failure())
                    .isExactlyInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("no connection to the proxy localhost:" + port);
        }
    }
}
