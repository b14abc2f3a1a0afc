package org.cameld360.media.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What SECURITY.md calls defended has a test, by the name that stands there. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z/]+)#([A-Za-z0-9]+)`");

    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|FuzzTest)\\b");

    static List<String> rows() throws IOException {
        return Files.readString(ROOT.resolve("SECURITY.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("| defended"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("| **"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowNamesTestsThatExist(String row) throws IOException {
        List<String> named =
                NAMED.matcher(row).results().map(found -> found.group()).toList();
        assertThat(named).as("tests named in: " + row).isNotEmpty();
        for (MatchResult test : NAMED.matcher(row).results().toList()) {
            List<Path> sources = sources(test.group(1));
            assertThat(sources).as(test.group()).hasSize(1);
            assertThat(isTest(sources.get(0), test.group(2))).as(test.group()).isTrue();
        }
    }

    /** Whether a method of that name is there, with an annotation of a test between it and the method before. */
    private static boolean isTest(Path source, String method) throws IOException {
        String text = Files.readString(source);
        int at = text.indexOf(" void " + method + "(");
        return at >= 0
                && TEST.matcher(text.substring(Math.max(0, text.lastIndexOf(" void ", at - 1)), at))
                        .find();
    }

    /** The test of that name, in whatever module it is. */
    private static List<Path> sources(String name) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPageTest::walk)
                    .filter(file -> file.endsWith(name + ".java"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
