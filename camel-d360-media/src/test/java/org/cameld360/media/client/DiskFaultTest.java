package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What fails on this machine is not blamed on the network, and not repeated. */
@Timeout(20)
class DiskFaultTest {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final HttpTransport transport =
            new HttpTransport(new TransportSettings(Duration.ofSeconds(1), 2, null, null, null), timer);

    @AfterEach
    void stop() {
        transport.close();
        timer.shutdownNow();
    }

    @Test
    void fullDisk() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full));

        assertUnwritable(full, "No space left on device");
    }

    @Test
    void fileThatIsGone(@TempDir Path folder) {
        assertUnwritable(folder.resolve("gone"), "NoSuchFileException");
    }

    private void assertUnwritable(Path file, String words) {
        try (ScriptedServer server = ScriptedServer.start(c -> c.answer(200, "image/jpeg", "media"))) {
            ApiTarget target = new ApiTarget(ApiVersion.V1, URI.create(server.url()), ApiKey.of("key"));
            CallPolicy policy = new CallPolicy(
                    Duration.ofSeconds(2),
                    new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)),
                    new TrafficLimits(0, 0, 0, Duration.ZERO));
            D360Client client = new D360Client(
                    transport,
                    target,
                    new CallOrigin("a test", target::key),
                    policy,
                    new TrafficGuard(System::nanoTime),
                    CallListener.NONE,
                    Clock.systemUTC());

            Throwable failure =
                    catchThrowable(() -> client.get("1", file, 1_000).join()).getCause();

            assertThat(failure)
                    .isExactlyInstanceOf(MediaRejectedException.class)
                    .hasMessageContaining(words);
            assertThat(((MediaRejectedException) failure).getRule()).isEqualTo("file-unwritable");
            assertThat(server.requests()).hasSize(1);
            assertThat(transport.inFlight()).isZero();
        }
    }
}
