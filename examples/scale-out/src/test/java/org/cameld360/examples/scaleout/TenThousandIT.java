package org.cameld360.examples.scaleout;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.scaleout.Running.MESSAGES;
import static org.cameld360.examples.scaleout.Running.pdf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.Limits;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.RecordedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for ten thousand recipients. */
class TenThousandIT {

    private static final int RECIPIENTS = 10_000;

    @Test
    void getOneFileThatIsUploadedOnce(@TempDir Path folder) throws Exception {
        try (Running running = new Running(folder, Limits.none())) {
            String list = IntStream.range(0, RECIPIENTS)
                    .mapToObj(i -> "+1 555 01%05d".formatted(i))
                    .collect(joining("\r\n"));
            running.putJob(running.job("everybody/1/news.pdf", pdf("news"), list));
            long begin = System.nanoTime();
            try (Example example = running.start(Map.of(
                    "rate.messages", "0",
                    "worker.messages", "8",
                    "camel.main.global-options[CamelLogEipName]", "quiet"))) {
                await().atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofMillis(250))
                        .until(() -> running.simulator.messages().size() == RECIPIENTS);
                long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
                System.out.printf("%d messages in %d s%n", RECIPIENTS, seconds);
                assertThat(example.failed()).isZero();
            }
            assertThat(running.simulator.calls())
                    .extracting(RecordedCall::path)
                    .filteredOn(path -> path.endsWith("/media"))
                    .hasSize(1);
            assertThat(running.simulator.messages())
                    .extracting(ReceivedMessage::to)
                    .doesNotHaveDuplicates();
            assertThat(running.simulator.messages())
                    .extracting(ReceivedMessage::mediaId)
                    .containsOnly(running.simulator.allMedia().get(0).id());
            // References: the media itself never goes through Kafka.
            assertThat(running.in(MESSAGES)).hasSize(RECIPIENTS).allSatisfy(record -> assertThat(record.value())
                    .doesNotContain("%PDF")
                    .hasSizeLessThan(300));
        }
    }
}
