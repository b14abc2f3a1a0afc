package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation says what the code does: snippets, tables, endpoint URIs and properties are held against it. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern URI = Pattern.compile(
            "d360-media:(?:upload|get|delete|send)(?:\\?(?:\\{\\{[^}]*}}|\\$\\{[^}]*}|\\+49 151 234567|[A-Za-z0-9_.,:/=&+%#-])*)?");
    private static final Pattern PROPERTY =
            Pattern.compile("camel\\.component\\.d360-media\\.[A-Za-z-]+=[^\\s\"',)`]*");

    @ParameterizedTest
    @ValueSource(strings = {"upload", "get", "delete", "send"})
    void theReadmeShowsTheRoutesThatRun(String name) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String java = between(
                Files.readString(Path.of("src/test/java/org/cameld360/media/docs/GalleryRoutes.java")),
                "// README " + name + "\n",
                "// end");
        assertThat(readme).contains("```java\n" + java.stripIndent().strip() + "\n```");
        String yaml = Files.readString(Path.of("src/test/resources/gallery", name + ".yaml"));
        assertThat(readme).contains("```yaml\n" + yaml.strip() + "\n```");
    }

    @ParameterizedTest
    @CsvSource({"reuse.md, reuse", "errors.md, resume"})
    void thePagesShowTheRoutesThatRun(String page, String name) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs").resolve(page)))
                .contains("```yaml\n"
                        + Files.readString(Path.of("src/test/resources/gallery", name + ".yaml"))
                                .strip() + "\n```");
    }

    @Test
    void theReferenceHoldsTheTablesOfTheComponent() throws IOException {
        Path reference = ROOT.resolve("docs/component.md");
        String written = Files.readString(reference);
        String generated = ReferenceTables.into(written);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(reference, generated);
            return;
        }
        assertThat(written)
                .as(
                        "docs/component.md is out of date. Run: mvn verify -pl camel-d360-media -am"
                                + " -Dtest=DocumentationTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Ddocs.write=true")
                .isEqualTo(generated);
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"))) {
            List<Path> pages = Stream.concat(docs, examples)
                    .filter(file -> file.toString().matches(".*\\.(md|yaml|properties|java)"))
                    .filter(file -> !file.toString().matches(".*/(target|src/test)/.*"))
                    .toList();
            return Stream.concat(pages.stream(), Stream.of(ROOT.resolve("README.md")));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyEndpointAndPropertyIsKnownToTheCatalog(Path page) throws IOException {
        CamelCatalog catalog = catalog();
        String text = Files.readString(page);
        Matcher uris = URI.matcher(text);
        while (uris.find()) {
            EndpointValidationResult result =
                    catalog.validateEndpointProperties(uris.group().replace(" ", "%20"), false, false, true);
            assertThat(result.isSuccess())
                    .as(uris.group() + ": " + result.summaryErrorMessage(true))
                    .isTrue();
        }
        Matcher properties = PROPERTY.matcher(text);
        while (properties.find()) {
            assertThat(catalog.validateConfigurationProperty(properties.group()).isSuccess())
                    .as(properties.group())
                    .isTrue();
        }
    }

    @Test
    void theCatalogTellsAWrongOptionFromARightOne() throws IOException {
        CamelCatalog catalog = catalog();

        assertThat(catalog.validateEndpointProperties("d360-media:get?maxSize=4")
                        .isSuccess())
                .isTrue();
        assertThat(catalog.validateEndpointProperties("d360-media:get?maxSizze=4")
                        .isSuccess())
                .isFalse();
        assertThat(catalog.validateConfigurationProperty("camel.component.d360-media.bogus=1")
                        .isSuccess())
                .isFalse();
    }

    private static CamelCatalog catalog() throws IOException {
        CamelCatalog catalog = new DefaultCamelCatalog();
        catalog.addComponent(
                "d360-media", "org.cameld360.media.component.D360MediaComponent", ReferenceTables.componentJson());
        return catalog;
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
