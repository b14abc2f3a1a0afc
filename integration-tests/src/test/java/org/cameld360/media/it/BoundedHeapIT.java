package org.cameld360.media.it;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The largest documents that the two generations take, through a heap that could not hold them. */
@ExtendWith(D360SimulatorExtension.class)
class BoundedHeapIT {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedHeapIT.class);
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private ForkedJvm jvm;

    @AfterEach
    void endTheForkedJvm() throws Exception {
        if (jvm != null) {
            jvm.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"V1, 64000000", "V2, 100000000"})
    void uploadsAndDownloadsTheLargestDocumentWith48MbOfHeap(ApiVersion version, long size, D360Simulator simulator)
            throws Exception {
        Path file = folder.resolve("large.pdf");
        String sha256 = PseudoRandomFiles.pdf(file, size, size);

        jvm = ForkedJvm.start(
                BoundedHeapMain.class,
                folder,
                List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError", "-Dtest.log=target/bounded-heap-" + version + ".log"),
                Map.of("D360_API_KEY", simulator.apiKey()),
                version.name(),
                simulator.baseUrl(version),
                file.toString());

        assertThat(jvm.exitCode(AT_MOST))
                .as("exit code after:%n%s", jvm.output())
                .isZero();
        Map<String, String> said = jvm.said();
        LOG.info("{} bytes on {}: {}", size, version, said);
        assertThat(said)
                .containsEntry("fileSent", sha256)
                .containsEntry("streamSent", sha256)
                .containsEntry("got", sha256)
                .containsEntry("gotSize", Long.toString(size));
        assertThat(Long.parseLong(said.get("peakHeapAfterCollection"))).isLessThan(32_000_000);
        assertThat(List.of(said.get("fileId"), said.get("streamId")))
                .allSatisfy(id -> assertArrivedWhole(simulator.media(id).orElseThrow(), sha256, size));
        assertBothUploadsToldTheirLength(simulator, version, size);
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).as("temporary files of the JVM that has ended").isEmpty();
        }
    }

    private static void assertArrivedWhole(StoredMedia media, String sha256, long size) {
        assertThat(media.sha256()).isEqualTo(sha256);
        assertThat(media.size()).isEqualTo(size);
        assertThat(media.contentType()).isEqualTo("application/pdf");
    }

    /** The server reads no more and no less than was told, and would not find the end of the form if that were wrong. */
    private static void assertBothUploadsToldTheirLength(D360Simulator simulator, ApiVersion version, long size) {
        List<LoggedRequest> uploads = simulator.wireMock().findAll(postRequestedFor(anyUrl()));
        assertThat(uploads).hasSize(2).allSatisfy(upload -> {
            assertThat(upload.containsHeader("Transfer-Encoding")).isFalse();
            long told = Long.parseLong(upload.getHeader("Content-Length"));
            if (version == ApiVersion.V1) {
                assertThat(told).isEqualTo(size);
            } else {
                assertThat(told).isBetween(size + 100, size + 1_000);
            }
        });
    }
}
