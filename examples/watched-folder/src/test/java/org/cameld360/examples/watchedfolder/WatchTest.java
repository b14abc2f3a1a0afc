package org.cameld360.examples.watchedfolder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class WatchTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path inbox;

    @ParameterizedTest
    @EnumSource
    void sendsWhatIsDroppedWhileItRuns(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            harness.start();
            await().atMost(SOON).until(() -> !harness.lines().isEmpty());
            harness.drop("a.jpg", "photo.jpg");
            await().atMost(SOON).until(() -> harness.files().containsKey(".sent/a.jpg"));
            harness.drop("4915112345679/a.jpg", "photo.jpg");
            await().atMost(SOON).until(() -> harness.files().containsKey(".sent/4915112345679/a.jpg"));

            assertThat(harness.recipients()).containsExactly(Harness.TO, "4915112345679");
        }
    }

    @Test
    void waitsForAFileThatIsStillBeingWritten() throws Exception {
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.start();
            byte[] content = Harness.sample("photo.jpg");
            Path file = inbox.resolve("photo.jpg");
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Files.write(file, content);
            written.write(content);
            writer.scheduleAtFixedRate(
                    () -> {
                        try {
                            Files.write(file, content, StandardOpenOption.APPEND);
                            written.writeBytes(content);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    0,
                    50,
                    TimeUnit.MILLISECONDS);
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> harness.messages()
                    .isEmpty());
            writer.shutdown();
            assertThat(writer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            await().atMost(SOON).until(() -> harness.files().containsKey(".sent/photo.jpg"));

            assertThat(harness.arrived(harness.messages().get(0))).isEqualTo(written.toByteArray());
        } finally {
            writer.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsEverythingOnceTheServiceIsBack(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            StubMapping down = harness.simulator
                    .wireMock()
                    .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
            harness.drop("a.jpg", "photo.jpg");
            harness.drop("b.jpg", "photo.jpg");
            harness.start();
            await().atMost(SOON).until(() -> harness.line("waits   b.jpg").contains("trying again in"));
            assertThat(harness.files().keySet()).containsExactly("a.jpg", "b.jpg");

            harness.simulator.wireMock().removeStub(down);

            await().atMost(SOON).until(() -> harness.files().keySet().equals(Set.of(".sent/a.jpg", ".sent/b.jpg")));
            assertThat(harness.messages()).hasSize(2);
        }
    }

    @Test
    void doesNotSendAgainWhatItCannotMove() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.start();
            await().atMost(SOON).until(() -> Files.exists(inbox.resolve(".failed")));
            await().atMost(SOON).ignoreExceptions().until(() -> {
                Files.deleteIfExists(inbox.resolve(".sent"));
                Files.createFile(inbox.resolve(".sent"));
                return true;
            });
            harness.drop("a.jpg", "photo.jpg");
            await().atMost(SOON).until(() -> harness.line("sent    a.jpg").contains("can't be moved"));

            await().during(Duration.ofSeconds(2))
                    .atMost(SOON)
                    .until(() -> harness.messages().size() == 1);
            assertThat(inbox.resolve("a.jpg")).exists();
        }
    }
}
