package org.cameld360.media.it.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Searches what all tests of the build wrote: logs, reports, and the output of programs that they ran. Runs after all of them,
 * see the pom.
 */
class WholeTestRunIT {

    /** The keys that the simulator makes up, and whatever else goes as the header. */
    private static final Pattern KEY =
            Pattern.compile("SIMULATOR-[0-9A-F]{24}|(?i:D360-API-KEY)[\"']?\\s*[:=]\\s*[\"']?(?!\\*{4})[A-Za-z0-9]");

    /** The simulator tells people its key, in these lines and no others. */
    private static final Predicate<String> GREETING = Pattern.compile(
                    "\\s+key +SIMULATOR-[0-9A-F]{24}|\\s+curl -H 'D360-API-KEY: SIMULATOR-[0-9A-F]{24}' .+")
            .asMatchPredicate();

    private static final Set<String> KINDS = Set.of("log", "txt", "xml", "dump", "dumpstream", "out");
    private static final Set<String> NO_OUTPUT = Set.of("classes", "test-classes", "tmp", "maven-status", "antrun");

    /** Holds what Camel prints by itself at DEBUG and TRACE, and is searched with regard to that by {@link KeySecrecyIT}. */
    private static final String SEARCHED_ALREADY = "key-secrecy-";

    @Test
    void noLogAndNoReportOfTheWholeBuildShowsAKey() throws IOException {
        List<Path> files = outputs(Path.of("").toAbsolutePath().getParent());

        assertThat(files).anyMatch(file -> file.endsWith(Path.of("integration-tests", "target", "test.log")));
        assertThat(files.stream().flatMap(WholeTestRunIT::linesWithAKey)).isEmpty();
    }

    @Test
    void findsAKeyThatIsThere(@TempDir Path folder) throws IOException {
        String key = "SIMULATOR-0123456789ABCDEF01234567";
        Path target = Files.createDirectories(folder.resolve("module/target/surefire-reports"));
        Files.write(
                target.resolve("a.txt"),
                List.of(
                        "  key  " + key,
                        "  curl -H 'D360-API-KEY: " + key
                                + "' -H 'Content-Type: image/png' http://127.0.0.1:1/v1/media",
                        "DEBUG >> D360-API-KEY: ****",
                        "the key is " + key,
                        "DEBUG >> d360-api-key: other"));

        assertThat(outputs(folder).stream().flatMap(WholeTestRunIT::linesWithAKey))
                .hasSize(2)
                .anyMatch(line -> line.endsWith("the key is " + key))
                .anyMatch(line -> line.endsWith("other"));
    }

    private static List<Path> outputs(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> isOutput(root.relativize(file)) && Files.isRegularFile(file))
                    .toList();
        }
    }

    private static boolean isOutput(Path file) {
        String name = file.getFileName().toString();
        boolean ofABuild = false;
        for (Path part : file) {
            if (NO_OUTPUT.contains(part.toString()) || part.toString().startsWith(".")) {
                return false;
            }
            ofABuild |= part.toString().equals("target");
        }
        return ofABuild
                && KINDS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !name.startsWith(SEARCHED_ALREADY);
    }

    private static Stream<String> linesWithAKey(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines
                    .filter(line -> KEY.matcher(line).find() && !GREETING.test(line))
                    .map(line -> file + ": " + line)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
