package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every option that the project writes anywhere, in docs, examples, Kamelets and resources, is one that the component has. */
class OptionsTest {

    private static final Path ROOT = Path.of("..");

    /** Java of tests has wrong options on purpose. */
    private static final String READ =
            "README\\.md|docs/.*\\.md|examples/(?!.*src/test/java).*\\.(md|java|yaml|yml|xml|properties|env)"
                    + "|.*/src/(main|test)/resources/.*\\.(yaml|yml|xml|properties)";

    @Test
    void everyOptionOfTheProjectIsKnownToTheCatalog() throws IOException {
        List<OptionUse> uses = new ArrayList<>();
        for (Path file : files()) {
            uses.addAll(OptionFinder.in(ROOT.relativize(file), Files.readString(file, StandardCharsets.UTF_8)));
        }

        assertThat(uses).hasSizeGreaterThan(25);
        assertThat(uses.stream().map(use -> use.file().getName(0).toString()))
                .contains("README.md", "docs", "examples", "camel-d360-media");
        assertThat(uses.stream().filter(use -> use.file().toString().endsWith(".kamelet.yaml")))
                .hasSize(5)
                .allMatch(use -> use.uri().contains("apiVersion={{?apiVersion}}"));
        assertThat(objections(uses)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .to("d360-media:get?maxSizze=4")                                     | maxSizze
            - to: d360-media:send?mediaType=gif                                  | gif
            - to: d360-media:send?to=1&maxRetries=many                           | many
            - to: d360-media:publish                                             | publish
            <to uri="d360-media:send?to=1&amp;vioce=true"/>                      | vioce
            uri: d360-media:send¶parameters:¶  captoin: x                        | captoin
            uri: "d360-media:send"¶parameters:¶  to: "+49"¶  media-type: gif     | gif
            - to:¶    uri: d360-media:send¶    parameters: {voice: maybe}        | maybe
            - to: {uri: d360-media:send, parameters: {on-unsuported: document}}  | onUnsuported
            parameters:¶  saveto: x¶uri: d360-media:get                          | saveto
            camel.component.d360-media.api-kee=K                                 | api-kee
            camel.component.d360-media.apiVersion = v3                           | v3
            camel.component.d360-media.max-retries: many                         | many
            export CAMEL_COMPONENT_D360_MEDIA_API_KEE=K                          | api-kee
            CAMEL_COMPONENT_D360_MEDIA_MAX_RETRIES: many                         | many
            """)
    void whatIsWrongIsFoundWithItsLine(String snippet, String wrong) throws IOException {
        String text = "\n" + snippet.replace("¶", "\n");

        List<String> objections = objections(OptionFinder.in(Path.of("page.md"), text));

        assertThat(objections).singleElement().asString().matches("(?s)page\\.md:[2-6]: .*" + wrong + ".*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            .to("d360-media:get?maxSize=4")                                           | 1
            `d360-media:send?to=+49 151 234567`, and `d360-media:get`                 | 2
            - to: d360-media:send?to={{D360_TO}}&maxRetries={{?retries}}              | 1
            - to: d360-media:send?apiKey=RAW({{key:}})&mediaType={{?type}}            | 1
            - to: d360-media:send?caption=${header.subject}                           | 1
            uri: d360-media:send¶parameters:¶  media-type: image¶  caption: "a & b"   | 1
            uri: d360-media:send¶parameters:¶  maxRetries: "{{retries}}"¶steps: x     | 1
            - to:¶    uri: d360-media:get¶- to:¶    uri: x:y¶    parameters:¶      z: 1 | 1
            camel.component.d360-media.api-key={{env:D360_API_KEY}}                   | 1
            CAMEL_COMPONENT_D360_MEDIA_API_VERSION=v2                                 | 1
            camel-d360-media:0.1.0                                                    | 0
            """)
    void whatIsRightIsLeftAlone(String snippet, int uses) throws IOException {
        List<OptionUse> found = OptionFinder.in(Path.of("page.md"), snippet.replace("¶", "\n"));

        assertThat(found).hasSize(uses);
        assertThat(objections(found)).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> {
                        String name = ROOT.relativize(file).toString().replace('\\', '/');
                        return !name.matches("(.*/)?(target|\\.git)/.*") && name.matches(READ);
                    })
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (UncheckedIOException e) {
            // a build next to this one has removed a file
            throw e.getCause();
        }
    }

    private static List<String> objections(List<OptionUse> uses) throws IOException {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent(
                "d360-media", "org.cameld360.media.component.D360MediaComponent", ReferenceTables.componentJson());
        List<String> objections = new ArrayList<>();
        for (OptionUse use : uses) {
            if (use.uri() != null) {
                EndpointValidationResult result =
                        catalog.validateEndpointProperties(use.uri().replace(" ", "%20"), false, false, true);
                if (!result.isSuccess()) {
                    objections.add(use + " " + result.summaryErrorMessage(true));
                }
            } else {
                ConfigurationPropertiesValidationResult result = catalog.validateConfigurationProperty(use.property());
                if (!result.isSuccess()) {
                    objections.add(use + " " + result.summaryErrorMessage(true));
                }
            }
        }
        return objections;
    }
}
