package org.cameld360.testing.quarkus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged application starts, and when it does not. */
class StartIT {

    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s\\.");

    @TempDir
    Path folder;

    @Test
    void startsWithTheExtensionAndSaysHowLongItTook() throws Exception {
        try (PackagedApplication application = PackagedApplication.start(folder, List.of("quarkus.http.port=0"))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> application.output().contains("Installed features: "));

            Matcher started = STARTED.matcher(application.output());
            assertThat(started.find()).isTrue();
            assertThat(application.output()).containsPattern("Installed features: \\[.*camel-d360-media.*]");
            System.out.println("quarkus-run.jar started in " + started.group(1) + " s");
        }
    }

    @Test
    void anUnknownOptionEndsTheStartAndIsNamed() throws Exception {
        assertDoesNotStart("camel.component.d360-media.api-kye=k", "(camel.component.d360-media.apiKye=k)");
    }

    @Test
    void aValueThatAnOptionDoesNotTakeEndsTheStartAndIsNamed() throws Exception {
        assertDoesNotStart("camel.component.d360-media.max-retries=many", "many");
    }

    private void assertDoesNotStart(String property, String reason) throws Exception {
        try (PackagedApplication application =
                PackagedApplication.start(folder, List.of("quarkus.http.port=0", property))) {
            assertThat(application.exitCode(60)).isEqualTo(1);
            assertThat(application.output()).contains(reason).doesNotContain("a-key-of-no-use");
        }
    }
}
