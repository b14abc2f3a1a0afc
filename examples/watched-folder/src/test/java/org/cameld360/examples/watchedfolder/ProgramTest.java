package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As a person starts it: a program of its own, without a key. */
@Timeout(90)
class ProgramTest {

    @TempDir
    private Path folder;

    private String logLevel = "warn";

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Dcamel.component.d360-media.retry-delay=10ms",
                "-Dlog.level=" + logLevel,
                "-cp",
                System.getProperty("java.class.path"),
                WatchedFolder.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("D360_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private List<String> lines() throws IOException {
        return Files.readString(output(), UTF_8).lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void sendsItsSamplesToASimulator(String version) throws Exception {
        Process program = start(Map.of("D360_API_VERSION", version), "--once");

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("simulator"))
                .anyMatch(line -> line.endsWith(folder.resolve("inbox").toString()))
                .anyMatch(line -> line.startsWith("sent    photo.jpg, image, 16.7 kB, to 15550100199, message "))
                .anyMatch(line -> line.startsWith("sent    invoice.pdf, document, 303 B, to 15550100199, message "))
                .anyMatch(line ->
                        line.startsWith("sent    voice-opus-mono.ogg, audio, 8.9 kB, to 15550100199, message "));
        assertThat(program.exitValue()).isZero();
        assertThat(folder.resolve("inbox/.sent").toFile().list()).hasSize(3);
    }

    @Test
    void endsWithinSecondsWhenItIsToldTo() throws Exception {
        Process program = start(Map.of("D360_INBOX", "my folder"));
        await().atMost(Duration.ofSeconds(30)).until(() -> lines().size() == 6);

        program.destroy();

        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lines()).hasSize(6);
        assertThat(new File(folder.toFile(), "tmp").list((dir, name) -> name.startsWith("d360")))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws Exception {
        Process program = start(Map.of(), "--one");

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(program.exitValue()).isEqualTo(2);
        assertThat(lines()).singleElement().asString().contains("--one", "--once", "--help");
        assertThat(folder.resolve("inbox")).doesNotExist();
    }

    @Test
    void explainsItself() throws Exception {
        Process program = start(Map.of(), "--help");

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(program.exitValue()).isZero();
        assertThat(lines()).anyMatch(line -> line.contains("D360_INBOX")).anyMatch(line -> line.contains("--once"));
    }

    @Test
    void neverPrintsTheKeyHoweverMuchItLogs() throws Exception {
        Files.write(Files.createDirectory(folder.resolve("inbox")).resolve("a.jpg"), Harness.sample("photo.jpg"));
        logLevel = "trace";
        Process program = start(
                Map.of("D360_API_KEY", "s3cret-key", "D360_BASE_URL", "http://127.0.0.1:1/v1", "D360_TO", Harness.TO),
                "--once");

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(program.exitValue()).isEqualTo(1);
        assertThat(lines())
                .anyMatch(line -> line.startsWith("waits   a.jpg"))
                .anyMatch(line -> line.contains("TRACE"))
                .noneMatch(line -> line.contains("s3cret"));
    }
}
