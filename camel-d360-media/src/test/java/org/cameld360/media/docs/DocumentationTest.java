package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation says what the code does: snippets and tables are held against it. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");

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

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
