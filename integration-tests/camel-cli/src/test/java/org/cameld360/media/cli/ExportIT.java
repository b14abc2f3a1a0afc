package org.cameld360.media.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The route of the page runs by its commands: in the CLI, and exported, built and started on each runtime.
 *
 * <p>Maven and the CLI fetch what they need, as they do for users, except for what this build has made.
 */
@ExtendWith(D360SimulatorExtension.class)
class ExportIT {

    private static final Path PHOTO = Path.of("../../camel-d360-media/src/test/resources/samples/photo.jpg");

    /** Ends the application, whichever it is. */
    private static final String AFTER_ONE_MESSAGE = "-Dcamel.main.durationMaxMessages=1";

    @Test
    void theCliRunsTheRoute(D360Simulator simulator) throws Exception {
        Path folder = folder("run");
        CliPage page = CliPage.read();
        write(folder, page.snippet("route"), page.snippet("properties"));
        List<String> arguments = new ArrayList<>(page.arguments("run", "camel run"));
        arguments.add("--prop=" + whereIs(simulator));

        String output =
                new CamelCli(folder).run(Map.of("D360_API_KEY", simulator.apiKey()), arguments.toArray(String[]::new));

        photoArrived(simulator, output);
    }

    @Test
    void anExportToCamelMainBuildsAndSends(D360Simulator simulator) throws Exception {
        CliPage page = CliPage.read();

        String output = exportedBuiltAndRun("camel-main", page.snippet("route"), page.snippet("properties"), simulator);

        assertThat(output).contains("Apache Camel (Main) " + System.getProperty("camel.version") + " is starting");
        photoArrived(simulator, output);
    }

    @Test
    void anExportToSpringBootBuildsAndSends(D360Simulator simulator) throws Exception {
        CliPage page = CliPage.read();

        String output =
                exportedBuiltAndRun("spring-boot", page.snippet("route"), page.snippet("properties"), simulator);

        assertThat(output).contains(":: Spring Boot ::", "(v" + System.getProperty("spring-boot.version") + ")");
        photoArrived(simulator, output);
    }

    /** The extension for files is not to be had everywhere for this Quarkus. The component itself comes with Camel HTTP, so the source is told at the start. */
    @Test
    void anExportToQuarkusBuildsAndSends(D360Simulator simulator) throws Exception {
        CliPage page = CliPage.read();
        String route = page.snippet("route").replace("uri: file:inbox", "uri: \"{{source}}\"");
        assertThat(route).contains("{{source}}");

        String output = exportedBuiltAndRun(
                "quarkus",
                route,
                page.snippet("properties") + "source=direct:inbox\n",
                simulator,
                "-Dsource=file:inbox");

        assertThat(output)
                .contains("powered by Quarkus " + System.getProperty("quarkus.version"))
                .containsPattern("Installed features: \\[.*camel-d360-media.*]");
        photoArrived(simulator, output);
    }

    @Test
    void thePageNamesTheVersionsOfThisBuild() throws IOException {
        CliPage page = CliPage.read();

        assertThat(Pattern.compile("mvn:org\\.cameld360:[a-z0-9-]+:(\\S+)")
                        .matcher(page.text())
                        .results()
                        .map(found -> found.group(1)))
                .hasSize(4)
                .containsOnly(Artifacts.VERSION);
        assertThat(page.arguments("spring-boot", "camel export"))
                .contains(
                        "--spring-boot-version=" + System.getProperty("spring-boot.version"),
                        "--camel-spring-boot-version=" + System.getProperty("camel.version"));
        assertThat(page.arguments("quarkus", "mvn"))
                .contains("-Dquarkus.platform.version=" + System.getProperty("quarkus.version"));
    }

    /**
     * @param runtime the snippet of the page
     * @param options for the JVM of the application
     * @return what the application printed
     */
    private static String exportedBuiltAndRun(
            String runtime, String route, String properties, D360Simulator simulator, String... options)
            throws Exception {
        Path folder = folder(runtime);
        write(folder, route, properties);
        CliPage page = CliPage.read();
        Path repository = Artifacts.localRepository();

        long start = System.nanoTime();
        Program export = new CamelCli(folder).export(repository, page.arguments(runtime, "camel export"));
        assertThat(export.exitCode()).as(export.output()).isZero();
        long exported = System.nanoTime();
        Program build = maven(folder, repository, page.arguments(runtime, "mvn"));
        assertThat(build.exitCode()).as(build.output()).isZero();
        long built = System.nanoTime();
        Program application = application(folder, page.arguments(runtime, "java"), simulator, options);
        assertThat(application.exitCode()).as(application.output()).isZero();
        System.out.printf(
                "%s: exported in %.1f s, built in %.1f s, ran for %.1f s%n",
                runtime, (exported - start) / 1e9, (built - exported) / 1e9, (System.nanoTime() - built) / 1e9);
        return application.output();
    }

    private static Program maven(Path folder, Path repository, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-q",
                "-B",
                "-ntp",
                "-DskipTests",
                "-Dmaven.repo.local=" + repository));
        for (Map.Entry<String, String> each :
                Map.of("-s", "maven.settings", "-gs", "maven.global.settings").entrySet()) {
            String settings = System.getProperty(each.getValue());
            if (Files.exists(Path.of(settings))) {
                command.addAll(List.of(each.getKey(), settings));
            }
        }
        command.addAll(arguments);
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(
                "MAVEN_OPTS", Objects.toString(System.getenv("MAVEN_OPTS"), "") + " -Xmx256m " + Program.SHORT_LIVED);
        return Program.run(folder, environment, command, folder.resolve("build.txt"), 900);
    }

    private static Program application(Path folder, List<String> arguments, D360Simulator simulator, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Program.java(),
                "-Xmx256m",
                Program.SHORT_LIVED,
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                AFTER_ONE_MESSAGE));
        command.add("-D" + whereIs(simulator));
        command.addAll(List.of(options));
        command.addAll(arguments);
        return Program.run(
                folder, Map.of("D360_API_KEY", simulator.apiKey()), command, folder.resolve("output.txt"), 300);
    }

    private static void photoArrived(D360Simulator simulator, String output) throws Exception {
        assertThat(simulator.messages()).as(output).singleElement().satisfies(message -> {
            assertThat(message.apiVersion()).isEqualTo(ApiVersion.V2);
            assertThat(message.to()).endsWith("49151234567");
            assertThat(message.type()).isEqualTo("image");
            assertThat(message.callbackData()).isEqualTo("inbox");
            assertThat(output).contains("went as " + message.id());
        });
        assertThat(simulator.allMedia()).singleElement().satisfies(media -> {
            assertThat(media.id()).isEqualTo(simulator.messages().get(0).mediaId());
            assertThat(media.sha256()).isEqualTo(sha256(PHOTO));
        });
        assertThat(output).doesNotContain(simulator.apiKey());
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static String whereIs(D360Simulator simulator) {
        return "camel.component.d360-media.base-url=" + simulator.baseUrl(ApiVersion.V2);
    }

    private static void write(Path folder, String route, String properties) throws IOException {
        Files.writeString(folder.resolve("route.yaml"), route);
        Files.writeString(folder.resolve("application.properties"), properties);
    }

    /** Empty but for the photo, and as if it were outside of this build. */
    private static Path folder(String name) throws IOException {
        Path folder = Artifacts.TARGET.resolve("cli").resolve("page-" + name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder.resolve(".mvn"));
        Files.copy(PHOTO, Files.createDirectories(folder.resolve("inbox")).resolve("photo.jpg"));
        return folder;
    }
}
