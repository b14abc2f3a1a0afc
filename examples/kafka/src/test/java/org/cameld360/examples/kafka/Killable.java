package org.cameld360.examples.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cameld360.examples.launcher.Launcher;
import org.cameld360.simulator.ApiVersion;

/** The example in a JVM of its own that is ended as by {@code kill -9}. */
final class Killable implements AutoCloseable {

    private final Process process;
    private final Path output;

    private Killable(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Killable start(Running running, Path folder) throws IOException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Dcamel.component.d360-media.base-url=" + running.simulator.baseUrl(ApiVersion.V2),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("D360_API_KEY", running.simulator.apiKey());
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", running.broker.address());
        builder.environment()
                .put("STATE_FOLDER", running.folder.resolve("state").toString());
        builder.environment()
                .put("MEDIA_FOLDER", running.folder.resolve("media").toString());
        return new Killable(builder.start(), output);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(output, UTF_8);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
