package org.cameld360.media.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on Kamelets and Camel K show runs, and a cluster would take it. */
@ExtendWith(D360SimulatorExtension.class)
class PagesIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kamelets.md", "camel-k.md"})
    void thePipeRuns(String page, D360Simulator simulator) throws Exception {
        assertThat(sent(Page.of(page).snippet("pipe"), Running.to(simulator, ApiVersion.V2), simulator))
                .isEqualTo("+49151234567");
    }

    /** Camel Main reads routes alone, so they are taken out. */
    @Test
    void theRoutesOfTheIntegrationRun(D360Simulator simulator) throws Exception {
        JsonNode integration = KameletFile.read(Page.of("camel-k.md").snippet("integration"));

        assertThat(sent(
                        KameletFile.write(integration.at("/spec/flows")),
                        Running.to(simulator, ApiVersion.V2),
                        simulator))
                .isEqualTo("+49151234567");
        assertThat(simulator.messages().get(0).caption()).isEqualTo("Your invoice");
    }

    /** Camel encodes what a Pipe has, and a Kamelet takes it as it is. */
    @Test
    void aTextWithSpacesInAPipeNeedsRaw(D360Simulator simulator) throws Exception {
        String pipe =
                Page.of("kamelets.md").snippet("pipe").replace("onUnsupported: document", "caption: RAW(Here it is.)");

        sent(pipe, Running.to(simulator, ApiVersion.V2), simulator);

        assertThat(simulator.messages().get(0).caption()).isEqualTo("Here it is.");
    }

    @Test
    void theRouteAndThePropertiesOfThePageRunTogether(D360Simulator simulator) throws Exception {
        Page page = Page.of("kamelets.md");
        Map<String, String> properties = new HashMap<>(Running.whereIs(simulator, ApiVersion.V2));
        page.between("```properties\n", "```").lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            properties.put(parts[0], parts[1].replace("{{env:D360_API_KEY}}", simulator.apiKey()));
        });

        assertThat(sent(page.snippet("route"), properties, simulator)).isEqualTo("+49151234567");
        assertThat(simulator.messages().get(0).caption()).isEqualTo("Here it is, 100% yours & nobody else's.");
    }

    @ParameterizedTest
    @CsvSource({"kamelets.md, pipe, pipes", "camel-k.md, integration, integrations", "camel-k.md, pipe, pipes"})
    void aClusterWouldTakeIt(String page, String snippet, String schema) throws IOException {
        JsonNode resource = KameletFile.read(Page.of(page).snippet(snippet));

        assertThat(CrdSchema.of(schema).objections(resource)).isEmpty();
    }

    @Test
    void aClusterWouldNotTakeAnUnknownField() throws IOException {
        String pipe = Page.of("camel-k.md").snippet("pipe").replace("  sink:", "  synk:");

        assertThat(CrdSchema.of("pipes").objections(KameletFile.read(pipe))).containsExactly("/spec/synk is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kamelets.md", "camel-k.md"})
    void theVersionIsThatOfTheProject(String page) throws IOException {
        String version = KameletFile.all().get(0).annotation("catalog.version");

        assertThat(Pattern.compile("mvn:org\\.cameld360:[a-z0-9-]+:([\\w.-]+)")
                        .matcher(Page.of(page).text())
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .isNotEmpty()
                .containsOnly(version);
    }

    @Test
    void theTablesAreThoseOfTheKamelets() throws IOException {
        Page page = Page.of("kamelets.md");
        String generated = page.text();
        for (KameletFile kamelet : KameletFile.all()) {
            String mark = "<!-- generated: " + kamelet.name() + " -->\n";
            generated = generated.replace(mark + page.between(mark, "<!-- end -->"), mark + table(kamelet));
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page.file(), generated);
            return;
        }
        assertThat(page.text())
                .as("docs/kamelets.md is out of date. Run: mvn verify -pl integration-tests/kamelets -am -Dtest=None"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=PagesIT -Dfailsafe.failIfNoSpecifiedTests=false"
                        + " -Dtest.jvm.args=-Ddocs.write=true")
                .isEqualTo(generated);
    }

    private static String table(KameletFile kamelet) {
        StringBuilder table = new StringBuilder(
                        kamelet.definition().path("description").asText())
                .append("\n\n| property | type | meaning | example |\n|---|---|---|---|\n");
        for (Map.Entry<String, JsonNode> property : kamelet.properties().properties()) {
            JsonNode is = property.getValue();
            StringBuilder type = new StringBuilder();
            is.path("enum").forEach(value -> type.append(type.isEmpty() ? "`" : ", `")
                    .append(value.asText())
                    .append('`'));
            table.append("| `")
                    .append(property.getKey())
                    .append("` | ")
                    .append(type.isEmpty() ? is.path("type").asText() : type)
                    .append(is.path("format").asText().equals("password") ? ", secret" : "")
                    .append(" | ")
                    .append(is.path("description").asText().replace("|", "\\|"))
                    .append(" | `")
                    .append(is.path("example").asText())
                    .append("` |\n");
        }
        return table.toString();
    }

    /** Whom the photo went to that lay in the folder. */
    private String sent(String yaml, Map<String, String> properties, D360Simulator simulator) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.copy(Running.sample("photo.jpg"), inbox.resolve("photo.jpg"));
        try (Running running = new Running(folder, properties, yaml.replace("file:inbox", "file:" + inbox))) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> running.context().isStarted()
                            && !simulator.messages().isEmpty());
        }
        assertThat(simulator.allMedia()).hasSize(1);
        return simulator.messages().get(0).to();
    }
}
