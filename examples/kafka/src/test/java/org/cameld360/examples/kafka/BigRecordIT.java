package org.cameld360.examples.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.kafka.Running.TO;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest document that goes, by reference, past a heap that is smaller. */
class BigRecordIT {

    private static final int SIZE = 100_000_000;
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void sends100MegabytesByReference(@TempDir Path folder, @TempDir Path fork) throws Exception {
        try (Running running = new Running(folder, 1)) {
            String sha256 = write(folder.resolve("media/big.pdf"));
            running.refer(TO, "{\"file\": \"big.pdf\"}");
            // as a record of a megabyte is the largest that Kafka takes by default
            running.put(TO, Arrays.copyOf("%PDF-1.4\n".getBytes(US_ASCII), 1_000_000));
            try (ForkedExample example = ForkedExample.start(
                    fork,
                    Map.of(
                            "D360_API_KEY", running.simulator.apiKey(),
                            "KAFKA_BOOTSTRAP_SERVERS", running.broker.address(),
                            "STATE_FOLDER", folder.resolve("state").toString(),
                            "MEDIA_FOLDER", folder.resolve("media").toString()),
                    Map.of("camel.component.d360-media.base-url", running.simulator.baseUrl(ApiVersion.V2)))) {
                await().atMost(SOON)
                        .failFast(() ->
                                assertThat(example.isRunning()).as("running").isTrue())
                        .until(() -> running.committed() == 2);

                assertThat(running.simulator.allMedia())
                        .anySatisfy(media -> {
                            assertThat(media.size()).isEqualTo(SIZE);
                            assertThat(media.sha256()).isEqualTo(sha256);
                        })
                        .anySatisfy(media -> assertThat(media.size()).isEqualTo(1_000_000));
                assertThat(running.simulator.messages()).hasSize(2);
                System.out.println("kafka: 100,000,000 bytes, peak heap after a collection "
                        + example.peakHeapAfterCollection().orElseThrow() / 1_048_576 + " MB");
            }
            assertThat(temporaryFiles(fork)).isEmpty();
        }
    }

    private static String write(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[100_000];
        System.arraycopy("%PDF-1.4\n".getBytes(US_ASCII), 0, piece, 0, 9);
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int i = 0; i < SIZE / piece.length; i++) {
                out.write(piece);
                Arrays.fill(piece, (byte) i);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> temporaryFiles(Path fork) throws IOException {
        try (Stream<Path> files = Files.walk(fork.resolve("tmp"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
