package org.cameld360.media.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an upload takes from the heap. Nothing here depends on how fast the machine is; the benchmarks measure that. */
class UploadCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(UploadCostIT.class);
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private static final int AT_ONCE = 16;
    private static final long LARGE = 20_000_000;

    private static final int WARM_UPS = 1_000;
    private static final int SMALL_ONES = 500;
    private static final long SMALL = 50_000;

    /** Half as much again as the 47,500 that were measured. */
    private static final long MOST_ALLOCATED = 71_000;

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
    @ValueSource(booleans = {false, true})
    void sixteenUploadsOf20MbAtOnceFitInto48Mb(boolean asStream) throws Exception {
        try (UploadCounter server = new UploadCounter()) {
            run(server, LARGE, asStream, 0, AT_ONCE);

            assertThat(server.uploads()).isEqualTo(AT_ONCE);
            assertThat(server.bytes()).isEqualTo(AT_ONCE * LARGE);
        }
    }

    @Test
    void anUploadOf50KbAllocatesNoMoreThanItDid() throws Exception {
        try (UploadCounter server = new UploadCounter()) {
            run(server, SMALL, false, WARM_UPS, SMALL_ONES);

            assertThat(server.uploads()).isEqualTo(WARM_UPS + SMALL_ONES);
            long each = Long.parseLong(jvm.said().get("allocatedEach"));
            LOG.info("An upload of {} bytes allocates {}", SMALL, each);
            assertThat(each).isPositive().isLessThan(MOST_ALLOCATED);
        }
    }

    private void run(UploadCounter server, long size, boolean asStream, int warmUps, int uploads) throws Exception {
        Path file = folder.resolve("document.pdf");
        PseudoRandomFiles.pdf(file, size, size);
        jvm = ForkedJvm.start(
                UploadCostMain.class,
                folder,
                List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError", "-Dtest.log=target/upload-cost.log"),
                Map.of("D360_API_KEY", "key-of-the-upload-cost"),
                server.url(),
                file.toString(),
                Boolean.toString(asStream),
                Integer.toString(warmUps),
                Integer.toString(uploads),
                Integer.toString(AT_ONCE));
        assertThat(jvm.exitCode(AT_MOST))
                .as("exit code after:%n%s", jvm.output())
                .isZero();
    }
}
