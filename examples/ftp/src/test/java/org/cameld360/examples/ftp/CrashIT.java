package org.cameld360.examples.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cameld360.examples.launcher.Example;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.fault.CallPattern;
import org.cameld360.simulator.fault.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Between a message and the move of its file, anything may end. It is never sent twice. */
class CrashIT extends ServedFolder {

    private D360Simulator simulator;

    @BeforeEach
    void startSimulator() {
        simulator = D360Simulator.start();
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void whatWasSentIsMovedAfterARestartAndNotSentAgain(Protocol protocol) throws Exception {
        FileServer server = serve(protocol);
        drop("photo.jpg", sample("photo.jpg"));
        simulator.next(CallPattern.message()).fails(Failure.withDelay(Duration.ofSeconds(2)));
        Example first = startExample(toSimulator());
        await().atMost(SOON).until(() -> !simulator.messages().isEmpty());
        server.stop();
        await().atMost(SOON).until(() -> first.completed() + first.failed() >= 1);
        stopExample();
        assertThat(outbox().resolve("photo.jpg")).exists();

        server.start();
        startExample(toSimulator());

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void whatWasOnItsWayWhenTheProgramWasKilledIsInDoubt() throws Exception {
        serve(Protocol.SFTP);
        drop("photo.jpg", sample("photo.jpg"));
        simulator.next(CallPattern.message()).fails(Failure.withDelay(Duration.ofSeconds(15)));
        try (ForkedExample killed = fork()) {
            await().atMost(SOON).until(() -> !simulator.messages().isEmpty());
            killed.kill();
        }
        assertThat(outbox().resolve("photo.jpg")).exists();

        startExample(toSimulator());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(namesIn(".in-doubt")).containsExactly("photo.jpg"));
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void whatWasOnlyUploadedWhenTheProgramWasKilledIsSentOnce() throws Exception {
        serve(Protocol.SFTP);
        drop("photo.jpg", sample("photo.jpg"));
        simulator.next(CallPattern.upload()).fails(Failure.withDelay(Duration.ofSeconds(15)));
        try (ForkedExample killed = fork()) {
            await().atMost(SOON).until(() -> !simulator.allMedia().isEmpty());
            killed.kill();
        }

        startExample(toSimulator());

        await().atMost(SOON).untilAsserted(() -> assertThat(namesIn(".sent")).containsExactly("photo.jpg"));
        assertThat(simulator.messages()).hasSize(1);
        assertThat(simulator).received(image().withBytes(sha256(sample("photo.jpg"))));
        assertThat(filesIn(work())).isEmpty();
    }

    @Test
    void whatCannotBeNotedIsNotSent() throws Exception {
        serve(Protocol.SFTP);
        drop("photo.jpg", sample("photo.jpg"));
        Path journal = folder.resolve("journal");
        Example example = startExample(toSimulator());
        await().atMost(SOON).until(() -> namesIn(".sent").size() == 1);
        Files.delete(journal);
        Files.createDirectory(journal);
        drop("other.jpg", sample("photo.jpg"));

        await().atMost(SOON).until(() -> example.failed() >= 2);
        assertThat(simulator.messages()).hasSize(1);
        Files.delete(journal);

        await().atMost(SOON).until(() -> namesIn(".sent").size() == 2);
        assertThat(simulator.messages()).hasSize(2);
    }

    @Test
    void whatWasSentAndCannotBeNotedIsNotSentAgain() throws Exception {
        serve(Protocol.SFTP);
        drop("photo.jpg", sample("photo.jpg"));
        Path journal = folder.resolve("journal");
        simulator.next(CallPattern.message()).fails(Failure.withDelay(Duration.ofSeconds(2)));
        Example example = startExample(toSimulator());
        await().atMost(SOON).until(() -> !simulator.messages().isEmpty());
        Files.delete(journal);
        Files.createDirectory(journal);

        await().atMost(SOON).until(() -> example.failed() >= 1);
        Files.delete(journal);

        await().atMost(SOON).until(() -> Files.notExists(outbox().resolve("photo.jpg")));
        assertThat(simulator.messages()).hasSize(1);
    }

    private ForkedExample fork() throws Exception {
        Map<String, String> properties = properties();
        properties.putAll(toSimulator());
        return ForkedExample.start(
                folder,
                Map.of("FTP_HOST", "127.0.0.1", "D360_TO", SOMEBODY, "D360_API_KEY", simulator.apiKey()),
                properties);
    }

    private Map<String, String> toSimulator() {
        return Map.of(
                "camel.component.d360-media.api-key",
                simulator.apiKey(),
                "camel.component.d360-media.base-url",
                simulator.baseUrl(ApiVersion.V2));
    }
}
