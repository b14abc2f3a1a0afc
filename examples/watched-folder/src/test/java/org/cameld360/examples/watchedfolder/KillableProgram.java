package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The watched folder as a program of its own, with its waits shortened, for tests that kill it. */
final class KillableProgram {

    static final Timing SHORT =
            new Timing(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(3));

    private KillableProgram() {}

    public static void main(String[] args) {
        System.exit(new WatchedFolder(System.getenv(), SHORT, System.out, System.err).run(List.of(args)));
    }

    /** @param output where its lines are added */
    static Process start(Map<String, String> environment, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dcamel.component.d360-media.retry-delay=10ms",
                "-cp",
                System.getProperty("java.class.path"),
                KillableProgram.class.getName()));
        command.addAll(List.of(arguments));
        return start(command, environment, output.toFile());
    }

    static Process start(List<String> command, Map<String, String> environment, File output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().keySet().removeIf(name -> name.startsWith("D360_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
