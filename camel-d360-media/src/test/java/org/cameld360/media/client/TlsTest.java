package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.core5.http.HttpHost;
import org.cameld360.media.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** https, directly and through a proxy's tunnel, with a certificate made for the test. */
@Timeout(30)
class TlsTest {

    @TempDir
    private static Path folder;

    private static SSLContext localhost;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @BeforeAll
    static void makeCertificate() {
        localhost = Certificate.forHost("localhost", folder);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void downloadsOverOneConnection() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(localhost, c -> c.answer(200, "image/jpeg", "the media"));
                HttpTransport transport = transport(localhost, null)) {
            for (int i = 0; i < 3; i++) {
                assertThat(get(transport, server.port())).isEqualTo("the media");
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests().get(2).header("D360-API-KEY")).isEqualTo("key");
        }
    }

    @Test
    void downloadsThroughATunnelThatSeesNothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(localhost, c -> c.answer(200, "image/jpeg", "the media"));
                ScriptedServer proxy = ScriptedServer.start(c -> c.tunnelTo(server.port()));
                HttpTransport transport = transport(localhost, new HttpHost("http", "localhost", proxy.port()))) {
            assertThat(get(transport, server.port())).isEqualTo("the media");
            assertThat(get(transport, server.port())).isEqualTo("the media");

            assertThat(proxy.requests()).singleElement().satisfies(c -> {
                assertThat(c.method()).isEqualTo("CONNECT");
                assertThat(c.header("Proxy-Authorization")).startsWith("Basic ");
                assertThat(c.header("D360-API-KEY")).isNull();
            });
            assertThat(server.requests().get(0).header("Proxy-Authorization")).isNull();
        }
    }

    @Test
    void certificateOfAnotherHostIsRefusedBeforeTheKeyLeaves() throws Exception {
        SSLContext another = Certificate.forHost("another.example.org", folder);
        try (ScriptedServer server = ScriptedServer.startTls(another, c -> c.answer(200, "image/jpeg", "the media"));
                HttpTransport transport = transport(another, null)) {
            assertThat(catchThrowable(() -> get(transport, server.port())))
                    .hasCauseInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("TLS with localhost failed");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void certificateThatNobodyVouchesForIsRefusedBeforeTheKeyLeaves() throws Exception {
        try (ScriptedServer server = ScriptedServer.startTls(localhost, c -> c.answer(200, "image/jpeg", "the media"));
                HttpTransport transport = transport(null, null)) {
            assertThat(catchThrowable(() -> get(transport, server.port())))
                    .hasCauseInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("TLS with localhost failed");
            assertThat(server.requests()).isEmpty();
        }
    }

    private HttpTransport transport(@Nullable SSLContext trusted, @Nullable HttpHost proxy) {
        return new HttpTransport(
                new TransportSettings(
                        Duration.ofSeconds(5),
                        1,
                        trusted,
                        proxy,
                        new UsernamePasswordCredentials("jane", "pw".toCharArray())),
                timer);
    }

    private String get(HttpTransport transport, int port) throws Exception {
        ApiTarget target = new ApiTarget(ApiVersion.V1, URI.create("https://localhost:" + port), ApiKey.of("key"));
        CallPolicy policy = new CallPolicy(
                Duration.ofSeconds(5),
                new RetryPolicy(0, Duration.ofMillis(1), Duration.ofMillis(1)),
                new TrafficLimits(0, 0, 0, Duration.ZERO));
        Path file = Files.createTempFile(folder, "media", ".part");
        new D360Client(
                        transport,
                        target,
                        new CallOrigin("a test", target::key),
                        policy,
                        new TrafficGuard(System::nanoTime),
                        CallListener.NONE,
                        Clock.systemUTC())
                .get("1", file, 1_000)
                .join();
        return Files.readString(file);
    }
}
