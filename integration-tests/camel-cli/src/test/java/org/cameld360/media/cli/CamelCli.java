package org.cameld360.media.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command {@code camel}, in a JVM of its own. */
final class CamelCli {

    private static final Path BUILT = Artifacts.TARGET.resolve("built-repository");
    private static final Path FETCHED = Artifacts.TARGET.resolve("fetched-repository");

    private final Path folder;

    /** @param folder what the CLI is started in, and writes its output to */
    CamelCli(Path folder) {
        this.folder = folder;
    }

    static String coordinates() {
        return "mvn:org.cameld360:camel-d360-media:" + Artifacts.VERSION;
    }

    /**
     * {@code camel run}, to its end and without network: what the CLI has to fetch comes from a folder that holds this build's component, and from what
     * Maven has fetched for the build.
     *
     * @param environment where the key is
     * @return all that it printed
     */
    String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Artifacts.forget(FETCHED);
        Artifacts.publishTo(BUILT);
        List<String> command = command(FETCHED);
        command.add("run");
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "--maven-central-enabled=false",
                "--maven-apache-snapshot-enabled=false",
                "--repos=" + BUILT.toUri() + ","
                        + Path.of(System.getProperty("maven.repository")).toUri(),
                "--max-messages=1",
                "--max-seconds=60",
                "--logging-color=false"));
        return Program.run(folder, environment, command, folder.resolve("output.txt"), 150)
                .output();
    }

    /**
     * {@code camel export}, which looks up more than is shipped with the build: it fetches as Maven does.
     *
     * @param repository what it takes for the user's local repository
     */
    Program export(Path repository, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = command(repository);
        command.add("export");
        command.addAll(arguments);
        // the CLI's own is of another version than the Camel that it is run with here
        command.add("--kamelets-version=" + System.getProperty("camel.version"));
        command.add("--maven-wrapper=false");
        Path settings = Path.of(System.getProperty("maven.settings"));
        if (Files.exists(settings)) {
            command.add("--maven-settings=" + settings);
        }
        return Program.run(folder, Map.of(), command, folder.resolve("export.txt"), 300);
    }

    private List<String> command(Path repository) throws IOException {
        return new ArrayList<>(List.of(
                Program.java(),
                "-Xmx256m",
                Program.SHORT_LIVED,
                // its caches and what it fetches stay in target
                "-Duser.home=" + Artifacts.TARGET.resolve("home"),
                "-Dmaven.repo.local=" + repository,
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                Artifacts.TARGET.resolve("classes")
                        + File.pathSeparator
                        + Files.readString(Artifacts.TARGET.resolve("cli.classpath"))
                                .strip(),
                CamelCommand.class.getName()));
    }
}
