package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every snippet of these pages stands in the file that is named before it, in a module that the build runs. */
class SnippetsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> PAGES = List.of("docs/testing.md", "docs/quarkus.md", "docs/spring-boot.md");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^(?:<!-- from (\\S+) -->\\n)?```(\\w+)\\n(.*?)^```$");
    /** Between parts of a snippet. */
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^ *// …$");

    private static final Pattern VERSION = Pattern.compile(" *<version>(.*)</version>\\n");

    /** @param source from the root of the project; empty where none is named */
    record Snippet(String page, String source, String language, String text) {

        @Override
        public String toString() {
            return page + ", " + source + ": " + text.lines().findFirst().orElse("");
        }
    }

    static List<Snippet> snippets() {
        return PAGES.stream().flatMap(SnippetsTest::snippets).toList();
    }

    private static Stream<Snippet> snippets(String page) {
        return SNIPPET.matcher(read(page))
                .results()
                .map(found -> new Snippet(
                        page, found.group(1) == null ? "" : found.group(1), found.group(2), found.group(3)));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetStandsInAModuleThatIsBuilt(Snippet snippet) {
        assertThat(modules()).anyMatch(module -> snippet.source().startsWith(module + "/"));
        String code = read(snippet.source());
        String shown = snippet.text();
        if (snippet.language().equals("xml")) {
            // Versions of dependencies stand in the root pom.
            assertThat(VERSION.matcher(shown).results())
                    .allMatch(version -> version.group(1).equals(versionOfTheProject()));
            shown = VERSION.matcher(shown).replaceAll("");
        }
        assertThat(standsIn(code, shown))
                .as(snippet.page() + " shows what does not stand in " + snippet.source() + ":\n" + shown)
                .isTrue();
    }

    @Test
    void everyRuntimeHasSnippets() {
        for (String runtime : List.of("camel", "quarkus", "spring-boot")) {
            assertThat(snippets("docs/testing.md"))
                    .anyMatch(snippet -> snippet.source().startsWith("integration-tests/simulator-in-" + runtime));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus", "spring-boot"})
    void thePageOfARuntimeShowsItsApplication(String runtime) {
        assertThat(snippets("docs/" + runtime + ".md")).hasSizeGreaterThan(3).allMatch(snippet -> snippet.source()
                .startsWith("integration-tests/" + runtime + "/"));
    }

    @Test
    void tellsWhatStandsThereFromWhatHasChanged() {
        String code = "class A {\n\n    int a;\n\n    int b;\n\n    int c;\n}\n";

        assertThat(standsIn(code, "int a;\n\nint b;\n")).isTrue();
        assertThat(standsIn(code, "class A {\n\n    int a;\n\n    // …\n}\n")).isTrue();
        assertThat(standsIn(code, "int a;\n// …\nint c;\n")).isTrue();
        assertThat(standsIn(code, "int a;\n\nint c;\n")).isFalse();
        assertThat(standsIn(code, "int c;\n// …\nint a;\n")).isFalse();
        assertThat(standsIn(code, "int a\n")).isFalse();
        assertThat(standsIn(code, "")).isFalse();
    }

    /** Whether all parts of the snippet are whole lines of the code, in this order, however far the whole is indented. */
    private static boolean standsIn(String code, String snippet) {
        return Stream.of(0, 2, 4, 6, 8).anyMatch(spaces -> standsIn(code, snippet, " ".repeat(spaces)));
    }

    private static boolean standsIn(String code, String snippet, String indent) {
        int at = 0;
        for (String part : LEFT_OUT.split(snippet)) {
            String lines = part.strip().isEmpty() ? "" : indented(part, indent);
            int found = ("\n" + code).indexOf(lines, at);
            if (lines.isEmpty() || found < 0) {
                return false;
            }
            at = found + lines.length() - 1;
        }
        return true;
    }

    /** From the end of the line before to the end of the last line. */
    private static String indented(String part, String indent) {
        StringBuilder lines = new StringBuilder("\n");
        part.replaceAll("^\\n+|\\n+$", "").lines().forEach(line -> lines.append(line.isEmpty() ? "" : indent)
                .append(line)
                .append('\n'));
        return lines.toString();
    }

    private static List<String> modules() {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(read("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    private static String versionOfTheProject() {
        return Pattern.compile("<artifactId>camel-d360-media-parent</artifactId>\\s*<version>(.*)</version>")
                .matcher(read("pom.xml"))
                .results()
                .map(version -> version.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
