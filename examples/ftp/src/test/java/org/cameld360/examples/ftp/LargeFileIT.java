package org.cameld360.examples.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.document;

import java.time.Duration;
import java.util.Map;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest document that v2 takes goes past a small heap, both ways. */
class LargeFileIT extends ServedFolder {

    private static final int SIZE = 100_000_000;

    @ParameterizedTest
    @CsvSource({"FTP, false", "FTP, true", "FTPS, false", "SFTP, false", "SFTP, true"})
    void hundredMegabytes(Protocol protocol, boolean streamed) throws Exception {
        serve(protocol);
        String sha256 = writeDocument(outbox().resolve("large.pdf"), SIZE);
        try (D360Simulator simulator = D360Simulator.start()) {
            Map<String, String> properties = properties();
            properties.put("camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2));
            if (streamed) {
                properties.putAll(streamed());
            }
            Map<String, String> environment =
                    Map.of("FTP_HOST", "127.0.0.1", "D360_API_KEY", simulator.apiKey(), "D360_TO", SOMEBODY);
            long begin = System.nanoTime();
            try (ForkedExample example = ForkedExample.start(folder, environment, properties)) {
                await().atMost(Duration.ofMinutes(2))
                        .failFast(() -> assertThat(example.isRunning())
                                .as(example.output())
                                .isTrue())
                        .until(() -> namesIn(".sent").contains("large.pdf"));

                long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
                assertThat(simulator)
                        .received(document().withFileName("large.pdf").withBytes(sha256));
                assertThat(simulator.allMedia().get(0).size()).isEqualTo(SIZE);
                await().atMost(SOON).untilAsserted(() -> {
                    assertThat(filesIn(work())).isEmpty();
                    assertThat(filesIn(folder.resolve("tmp"))).isEmpty();
                });
                System.out.printf(
                        "%s %s: 100,000,000 bytes, peak heap after a collection %d MB, %d s with the start%n",
                        protocol.scheme(),
                        streamed ? "streamed" : "through a local folder",
                        example.peakHeapAfterCollection().orElse(0) / 1_048_576,
                        seconds);
            }
        }
    }
}
