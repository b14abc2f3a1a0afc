package org.cameld360.examples.launcher.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cameld360.examples.launcher.Launcher;

/**
 * The example of the class path in a JVM of its own, with a small heap: what it sends has to go past it. The servers stay in the
 * JVM of the test. It never outlives {@link #close()}.
 */
public final class ForkedExample implements AutoCloseable {

    /** What the examples have to get by with. */
    public static final String HEAP = "-Xmx96m";

    private static final Pattern LEFT_BY_A_COLLECTION = Pattern.compile("\\d+M->(\\d+)M\\(");

    private final Process process;
    private final Path output;
    private final Path collections;

    private ForkedExample(Process process, Path output, Path collections) {
        this.process = process;
        this.output = output;
        this.collections = collections;
    }

    /**
     * Starts it.
     *
     * @param folder for its output and its temporary files
     * @param environment where the servers are, keys too, as a list of processes doesn't show it
     * @param properties Camel properties, which win over those of the example
     */
    public static ForkedExample start(Path folder, Map<String, String> environment, Map<String, String> properties)
            throws IOException {
        Path output = folder.resolve("output.txt");
        Path collections = folder.resolve("collections.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Xlog:gc:file=" + collections);
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Launcher.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(folder.resolve("no-input")).toFile()));
        builder.environment().putAll(environment);
        return new ForkedExample(builder.start(), output, collections);
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** All that it has written so far. */
    public String output() throws IOException {
        return Files.readString(output, UTF_8);
    }

    /** The most that a collection has left in the heap so far, in bytes; empty where there was none. */
    public OptionalLong peakHeapAfterCollection() throws IOException {
        return LEFT_BY_A_COLLECTION
                .matcher(Files.readString(collections, UTF_8))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)) * 1_048_576)
                .max();
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
