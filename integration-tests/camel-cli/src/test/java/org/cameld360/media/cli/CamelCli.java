package org.cameld360.media.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs {@code camel run} in a JVM of its own, without network: what the CLI has to fetch comes from a folder that holds this build's component,
 * and from what Maven has fetched for the build.
 */
final class CamelCli {

    private static final String VERSION = System.getProperty("project.version");
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ROOT = Path.of("../..");
    private static final Path BUILT = TARGET.resolve("built-repository");
    private static final Path FETCHED = TARGET.resolve("fetched-repository");

    private final Path folder;

    /** @param folder what the CLI is started in, and writes its output to */
    CamelCli(Path folder) throws IOException {
        this.folder = folder;
        forget(FETCHED.resolve("org/cameld360"));
        Path component = ROOT.resolve("camel-d360-media");
        publish("camel-d360-media", ".jar", component.resolve("target/camel-d360-media-" + VERSION + ".jar"));
        publish("camel-d360-media", ".pom", component.resolve("pom.xml"));
        publish("camel-d360-media-parent", ".pom", ROOT.resolve("pom.xml"));
    }

    /** What an earlier build had left. */
    private static void forget(Path fetched) throws IOException {
        if (Files.exists(fetched)) {
            try (Stream<Path> files = Files.walk(fetched)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void publish(String artifact, String ending, Path file) throws IOException {
        Path place = Files.createDirectories(
                BUILT.resolve("org/cameld360").resolve(artifact).resolve(VERSION));
        Files.copy(file, place.resolve(artifact + "-" + VERSION + ending), StandardCopyOption.REPLACE_EXISTING);
    }

    static String coordinates() {
        return "mvn:org.cameld360:camel-d360-media:" + VERSION;
    }

    /**
     * Runs it to its end.
     *
     * @param environment where the key is
     * @return all that it printed
     */
    String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // its caches and what it fetches stay in target
                "-Duser.home=" + TARGET.resolve("home"),
                "-Dmaven.repo.local=" + FETCHED,
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                TARGET.resolve("classes")
                        + java.io.File.pathSeparator
                        + Files.readString(TARGET.resolve("cli.classpath")).strip(),
                CamelCommand.class.getName(),
                "run"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--maven-central-enabled=false",
                "--maven-apache-snapshot-enabled=false",
                "--repos=" + BUILT.toUri() + ","
                        + Path.of(System.getProperty("maven.repository")).toUri(),
                "--max-messages=1",
                "--max-seconds=60",
                "--logging-color=false"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(150, TimeUnit.SECONDS)) {
                throw new AssertionError("The CLI did not end:\n" + printed(output));
            }
            return printed(output);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String printed(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
