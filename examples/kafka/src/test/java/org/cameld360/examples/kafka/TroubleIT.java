package org.cameld360.examples.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.kafka.Running.FAILED;
import static org.cameld360.examples.kafka.Running.IN_DOUBT;
import static org.cameld360.examples.kafka.Running.MEDIA;
import static org.cameld360.examples.kafka.Running.SENT;
import static org.cameld360.examples.kafka.Running.TO;
import static org.cameld360.examples.kafka.Running.header;
import static org.cameld360.examples.kafka.Running.pdf;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withDelay;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are down or don't answer, and programs that end in the middle. */
class TroubleIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder, 1);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void aServiceThatIsDownHoldsTheOrderAndSkipsNothingNotEvenTheVeryFirstRecord() throws Exception {
        running.simulator.next(upload()).fails(withStatus(503).times(2));
        putThree();

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 3);
        assertThat(running.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("0.pdf", "1.pdf", "2.pdf");
        assertThat(running.in(FAILED)).isEmpty();
        assertThat(running.in(IN_DOUBT)).isEmpty();
    }

    @Test
    void aKeyThatIsRefusedLeavesTheRecordsWhereTheyAre() throws Exception {
        putThree();
        running.start(ApiVersion.V2, Map.of("camel.component.d360-media.api-key", "wrong-key-0815"));
        await().atMost(SOON).until(() -> running.simulator.calls().size() >= 2);
        assertThat(running.committed()).isZero();
        running.stopExample();

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 3);
        assertThat(running.simulator.messages()).hasSize(3);
        assertThat(running.in(FAILED)).isEmpty();
    }

    @Test
    void whatIsInDoubtGoesToItsTopicAndIsNotSentAgain() throws Exception {
        running.simulator.next(message()).fails(withAnswerLost());
        putThree();

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 3);
        assertThat(running.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("0.pdf", "1.pdf", "2.pdf");
        assertThat(running.in(IN_DOUBT)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(TO);
            assertThat(record.value()).isEqualTo(pdf("0"));
            assertThat(header(record, "name")).isEqualTo("0.pdf");
            assertThat(header(record, "reason")).contains("in doubt");
        });
        assertThat(running.in(SENT)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void anAnswerThatIsNotClearIsInDoubtToo(int status) throws Exception {
        running.simulator.next(message()).fails(withStatus(status));
        running.put(TO, pdf("unclear"));

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 1);
        assertThat(running.in(IN_DOUBT).size()
                        + running.in(SENT).size()
                        + running.in(FAILED).size())
                .isEqualTo(1);
        assertThat(running.in(SENT)).isEmpty();
    }

    @Test
    void whatWasSentBeforeACrashButNotCommittedIsNotSentAgain() throws Exception {
        putThree();
        running.start();
        await().atMost(SOON).until(() -> running.committed() == 3);
        running.stopExample();
        running.forgetOffsets();

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 3);
        assertThat(running.simulator.messages()).hasSize(3);
        assertThat(running.in(SENT)).hasSize(3);
        assertThat(running.in(IN_DOUBT)).isEmpty();
    }

    @Test
    void whatWasBeingSentInACrashIsInDoubt() throws Exception {
        putThree();
        Path state = Files.createDirectories(folder.resolve("state"));
        // as a program leaves it that was killed after it began with the second record
        Files.writeString(state.resolve("begun"), MEDIA + "-0-0\n" + MEDIA + "-0-1\n");
        Files.writeString(state.resolve("done"), MEDIA + "-0-0\n");

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 3);
        assertThat(running.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("2.pdf");
        assertThat(running.in(IN_DOUBT)).singleElement().satisfies(record -> {
            assertThat(record.offset()).isZero();
            assertThat(record.value()).isEqualTo(pdf("1"));
            assertThat(header(record, "reason")).contains("program ended");
        });
    }

    @Test
    void aProgramThatIsKilledWhileItSendsLeavesTheRecordInDoubt(@TempDir Path other) throws Exception {
        putThree();
        running.simulator.next(message()).fails(withDelay(Duration.ofSeconds(20)));
        try (Killable program = Killable.start(running, other)) {
            await().atMost(SOON)
                    .failFast(() ->
                            assertThat(program.isRunning()).as(program.output()).isTrue())
                    .until(() -> running.simulator.calls().stream()
                                    .anyMatch(call -> call.path().endsWith("/media"))
                            && Files.exists(folder.resolve("state/begun")));
            program.kill();
        }

        running.start();

        await().atMost(SOON).until(() -> running.committed() == 3);
        assertThat(running.in(IN_DOUBT)).hasSize(1);
        assertThat(running.in(SENT)).hasSize(2);
        assertThat(running.simulator.messages().stream().filter(sent -> "0.pdf".equals(sent.fileName())))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aBrokerThatGoesAndComesBackLosesNothing() throws Exception {
        running.start();
        running.put(TO, pdf("before"), "name", "before.pdf");
        await().atMost(SOON).until(() -> running.committed() == 1);

        running.broker.stop();
        running.broker.startAgain();
        running.put(TO, pdf("after"), "name", "after.pdf");

        await().atMost(SOON).until(() -> running.committed() == 2);
        assertThat(running.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("before.pdf", "after.pdf");
    }

    private void putThree() throws Exception {
        for (int i = 0; i < 3; i++) {
            running.put(TO, pdf("" + i), "name", i + ".pdf");
        }
    }
}
