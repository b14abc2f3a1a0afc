package org.cameld360.examples.scaleout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.examples.launcher.testing.LargeFile;
import org.cameld360.simulator.Limits;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest document that goes, past a heap that is smaller. */
class LargeFileIT {

    private static final int SIZE = 100_000_000;
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void sends100MegabytesToAListThroughAHeapThatIsSmaller(@TempDir Path folder) throws Exception {
        try (Running running = new Running(folder, Limits.none())) {
            Path list = Files.createDirectory(running.inbox().resolve("two"));
            String sha256 = LargeFile.write(list.resolve("big.pdf"), SIZE);
            Files.writeString(list.resolve("recipients.txt"), "15550100123\n15550100124\n");
            try (ForkedExample program = running.fork("one", "all", Map.of())) {
                await().atMost(SOON)
                        .failFast(() -> assertThat(program.isRunning())
                                .as(program.output())
                                .isTrue())
                        .until(() -> running.simulator.messages().size() == 2);
            }
            assertThat(running.simulator.allMedia())
                    .singleElement()
                    .extracting(StoredMedia::sha256)
                    .isEqualTo(sha256);
        }
    }
}
