package org.cameld360.media.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.media.FileSource;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decidesAsTheComponentDoes(Path sample) throws IOException {
        run("check", "--json", sample.toString());

        JsonNode verdicts = new ObjectMapper().readTree(out()).path(0).path("verdicts");
        for (MediaRules rules : MediaRules.all()) {
            JsonNode verdict = verdicts.path(MediaRules.all().indexOf(rules));
            assertThat(verdict.path("api").asText()).isEqualTo(rules.api());
            try {
                MediaDecision decision = MediaDecision.of(
                        Inspection.of(FileSource.of(sample)),
                        MediaWish.named(sample.getFileName().toString()),
                        rules);
                assertThat(verdict.path("goes").asBoolean()).isTrue();
                assertThat(verdict.path("type").asText())
                        .isEqualTo(decision.type().value());
                assertThat(verdict.path("contentType").asText()).isEqualTo(decision.contentType());
                assertThat(verdict.path("uploadName").asText()).isEqualTo(decision.uploadName());
                assertThat(verdict.path("problems")).isEmpty();
            } catch (MediaRejectedException e) {
                JsonNode problem = verdict.path("problems").path(0);
                assertThat(verdict.path("goes").asBoolean()).isFalse();
                assertThat(problem.path("rule").asText()).isEqualTo(e.getRule());
                assertThat(e).hasMessageEndingWith(problem.path("why").asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | photo.jpg
            0 | photo.jpg invoice.pdf table.csv
            1 | sticker-animated.webp
            0 | --api v2 sticker-animated.webp
            0 | --api=v2 sticker-animated.webp
            1 | --api v1 sticker-animated.webp
            1 | --api both sticker-animated.webp
            1 | photo.jpg animation.gif
            1 | empty.jpg
            1 | missing.jpg
            1 | .
            """)
    void exitsWithWhetherAllWouldGo(int status, String line) {
        String[] words = line.split(" ");
        String[] args = Arrays.stream(words)
                .map(word -> word.contains(".") ? SAMPLES.resolve(word).toString() : word)
                .toArray(String[]::new);

        assertThat(run(args)).isEqualTo(status);
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "check", "--jsno a.jpg", "--api", "--api v3 a.jpg", "--api= a.jpg", "check --json", "--"})
    void exitsWith2OnAWrongCommandLine(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("Usage: ");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        run("--api", "v3\u001B[31m", "a.jpg");

        assertThat(err()).startsWith("--api takes v1, v2 or both, and not 'v3?[31m'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "check --help", "--json --help missing.jpg"})
    void helps(String line) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(out()).startsWith("Usage: ").contains("Exit status: 0");
    }

    @Test
    void tellsWhatAFileIsAndHowItWouldGo() {
        run(sample("table.csv"), sample("png-named.jpg"));

        assertThat(out()).isEqualToNormalizingNewlines("""
                %s: text, 15 B
                  v1  goes as document, text/csv
                  v2  goes as document, text/plain
                %s: image/png, 256x192, 8-bit RGB, 53.65 kB
                  v1  goes as image, image/png, named png-named.png
                  v2  goes as image, image/png, named png-named.png
                Of 2 files 2 would go on v1, 2 would go on v2.
                """.formatted(sample("table.csv"), sample("png-named.jpg")));
    }

    @Test
    void tellsUnderWhichNameADocumentIsShown(@TempDir Path folder) throws IOException {
        Path file = Files.copy(SAMPLES.resolve("invoice.pdf"), folder.resolve("invoice.jpg"));

        run("--api", "v2", file.toString());

        assertThat(out())
                .endsWith("  v2  goes as document, application/pdf, uploaded as invoice.pdf, shown as invoice.jpg\n");
    }

    @Test
    void takesWhatFollowsTwoDashesForFiles(@TempDir Path folder) throws IOException {
        assertThat(run("--json", "--", "--json")).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(out()).path(0).path("file").asText())
                .isEqualTo("--json");
    }

    @Test
    void letsNoNameSteerTheTerminal(@TempDir Path folder) throws IOException {
        Path file = Files.copy(SAMPLES.resolve("photo.jpg"), folder.resolve("a\u001B[2J\n  v1  goes\u0007.jpg"));
        Path missing = folder.resolve("b\u001B]0;title\u0007'\n.jpg");

        run(file.toString(), missing.toString());

        assertThat(out().replace("\n", "").chars()).allMatch(c -> c >= 0x20 && c != 0x7F);
        assertThat(out().lines()).hasSize(7);
    }

    @Test
    void writesNamesIntoJsonSoThatTheyComeBackAsTheyWere(@TempDir Path folder) throws IOException {
        String name = "a\"\\\u001B\n\t{}],.jpg";
        Path file = Files.copy(SAMPLES.resolve("photo.jpg"), folder.resolve(name));

        run("--json", file.toString(), folder.resolve("missing").toString());

        assertThat(out().replace("\n", "").chars()).allMatch(c -> c >= 0x20 && c < 0x7F);
        assertThat(new ObjectMapper().readTree(out()).findValuesAsText("file"))
                .containsExactly(file.toString(), folder.resolve("missing").toString());
    }

    @Test
    void namesNothingButTheGenerationsThatAreAsked() throws IOException {
        run("--json", "--api", "v2", sample("photo.jpg"));

        assertThat(new ObjectMapper().readTree(out()).findValuesAsText("api")).containsExactly("v2");
    }

    /** Jackson, Camel and jspecify are not there. */
    @Test
    void needsNoOtherJar() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-cp",
                        Path.of(Main.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        Main.class.getName(),
                        "check",
                        "--json",
                        sample("animation.gif"),
                        sample("empty.jpg"),
                        sample("photo.jpg"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] json = process.getInputStream().readAllBytes();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(json))
                .extracting(file -> file.path("goes").asBoolean())
                .containsExactly(false, false, true);
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    private int run(String... args) {
        return new CheckCommand(stream(out), stream(err)).run(List.of(args));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
