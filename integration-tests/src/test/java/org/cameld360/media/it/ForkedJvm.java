package org.cameld360.media.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A main class of the tests in a JVM of its own, on the class path of the tests. It never outlives {@link #close()}. */
final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final Path output;

    private ForkedJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it.
     *
     * @param folder for its output and its temporary files
     * @param environment what should not be seen in a list of processes
     */
    static ForkedJvm start(
            Class<?> main, Path folder, List<String> jvmOptions, Map<String, String> environment, String... arguments)
            throws IOException {
        Path output = folder.resolve("output.txt");
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(folder.resolve("no-input")).toFile()));
        builder.environment().putAll(environment);
        return new ForkedJvm(builder.start(), output);
    }

    /** The exit code, or -1 where it did not end in time. */
    int exitCode(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    /** All that it has written so far. */
    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** What it said in lines of the form {@code name=value}. */
    Map<String, String> said() throws IOException {
        Map<String, String> said = new TreeMap<>();
        output().lines().filter(line -> line.matches("[A-Za-z]+=.*")).forEach(line -> {
            int sign = line.indexOf('=');
            said.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return said;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
