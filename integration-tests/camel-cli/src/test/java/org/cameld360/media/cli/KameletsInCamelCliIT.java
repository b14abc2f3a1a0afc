package org.cameld360.media.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code camel run} finds the Kamelets, fetches the component and sends. */
@ExtendWith(D360SimulatorExtension.class)
class KameletsInCamelCliIT {

    private static final Path KAMELETS =
            Path.of("../../camel-d360-media/src/main/resources/kamelets").toAbsolutePath();
    private static final Path PHOTO = Path.of("../../camel-d360-media/src/test/resources/samples/photo.jpg")
            .toAbsolutePath();

    private static final String THERE_AND_BACK = """
            - from:
                uri: file:inbox
                parameters:
                  fileName: photo.jpg
                  noop: true
                steps:
                  - to: kamelet:d360-media-upload-action
                  - to:
                      uri: kamelet:d360-media-get-action
                      parameters:
                        saveTo: downloads
                  - to:
                      uri: kamelet:d360-media-send-sink
                      parameters:
                        to: "+49 151 234567"
                        caption: from the CLI
                  - log: "went as ${header.CamelD360MediaMessageId}"
            """;

    @ParameterizedTest
    @EnumSource
    void getsAndSendsWithTheComponentAsDependency(ApiVersion version, D360Simulator simulator) throws Exception {
        Path folder = folder("dependency-" + version, "component.d360-media");

        String output = new CamelCli(folder)
                .run(
                        environment(simulator, version),
                        "route.yaml",
                        "application.properties",
                        "--dep=" + CamelCli.coordinates());

        wentThereAndBack(folder, version, simulator, output);
    }

    /**
     * As where only the Kamelets are copied: their own dependencies bring the component. Properties of the component itself would be read before it
     * is there.
     */
    @Test
    void fetchesTheComponentThatAKameletAsksFor(D360Simulator simulator) throws Exception {
        Path folder = folder(
                "kamelets-only",
                "kamelet.d360-media-upload-action",
                "kamelet.d360-media-get-action",
                "kamelet.d360-media-send-sink");

        String output = new CamelCli(folder)
                .run(
                        environment(simulator, ApiVersion.V2),
                        "route.yaml",
                        "application.properties",
                        "--local-kamelet-dir=" + KAMELETS);

        wentThereAndBack(folder, ApiVersion.V2, simulator, output);
    }

    private static void wentThereAndBack(Path folder, ApiVersion version, D360Simulator simulator, String output) {
        assertThat(simulator.messages()).as(output).singleElement().satisfies(message -> {
            assertThat(message.apiVersion()).isEqualTo(version);
            assertThat(message.to()).endsWith("49151234567");
            assertThat(message.type()).isEqualTo("image");
            assertThat(message.caption()).isEqualTo("from the CLI");
            assertThat(output).contains("went as " + message.id());
        });
        assertThat(folder.resolve("downloads"))
                .isDirectoryContaining(
                        file -> file.toFile().length() == PHOTO.toFile().length());
        assertThat(output).doesNotContain(simulator.apiKey());
    }

    private static Path folder(String name, String... configured) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/cli", name).toAbsolutePath());
        Files.copy(
                PHOTO,
                Files.createDirectories(folder.resolve("inbox")).resolve("photo.jpg"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("route.yaml"), THERE_AND_BACK);
        StringBuilder properties = new StringBuilder();
        for (String each : configured) {
            properties
                    .append("camel." + each + ".apiKey={{env:D360_API_KEY}}\n")
                    .append("camel." + each + ".apiVersion={{env:D360_API_VERSION}}\n")
                    .append("camel." + each + ".baseUrl={{env:D360_BASE_URL}}\n");
        }
        Files.writeString(folder.resolve("application.properties"), properties);
        return folder;
    }

    private static Map<String, String> environment(D360Simulator simulator, ApiVersion version) {
        Map<String, String> environment = new HashMap<>();
        environment.put("D360_API_KEY", simulator.apiKey());
        environment.put("D360_API_VERSION", version.name());
        environment.put("D360_BASE_URL", simulator.baseUrl(version));
        return environment;
    }
}
