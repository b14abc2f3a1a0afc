package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

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
        return start(command(arguments), environment, output);
    }

    static Process start(List<String> command, Map<String, String> environment, Path output) throws IOException {
        ProcessBuilder builder =
                builder(command, environment).redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return builder.start();
    }

    static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("D360_"));
        builder.environment().putAll(environment);
        return builder;
    }

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx128m",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dcamel.component.d360-media.retry-delay=10ms",
                "-Dcamel.main.shutdown-timeout=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillableProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Map<String, String> environment(D360Simulator simulator, ApiVersion version, Path inbox) {
        return Map.of(
                "D360_API_KEY",
                simulator.apiKey(),
                "D360_API_VERSION",
                version.name().toLowerCase(Locale.ROOT),
                "D360_BASE_URL",
                simulator.baseUrl(version),
                "D360_INBOX",
                inbox.toString(),
                "D360_TO",
                Harness.TO);
    }
}
