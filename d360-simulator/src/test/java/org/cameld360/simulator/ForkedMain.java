package org.cameld360.simulator;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link Main} in a JVM of its own, which ends when this is closed. */
final class ForkedMain implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final Path errors;

    private ForkedMain(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    static ForkedMain start(Path folder, List<String> jvmArguments, String... arguments) throws IOException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        return new ForkedMain(process, output, errors);
    }

    /** The first line that matches, without what it is indented by. */
    String line(String pattern) {
        await().atMost(AT_MOST)
                .failFast("the program has ended", () -> !process.isAlive())
                .until(() -> output().lines().anyMatch(line -> line.matches(pattern)));
        return output().lines()
                .filter(line -> line.matches(pattern))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /** The page's address, with a slash at the end. */
    String page() {
        return line("  page .*").replaceFirst("page +", "");
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the program does not end:\n" + output() + errors());
        }
        return process.exitValue();
    }

    String output() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    /** Without a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
