package org.cameld360.examples.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.document;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.cameld360.examples.launcher.Example;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.examples.launcher.testing.LargeFile;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example's own routes, between folders and the simulator. */
class FolderIT {

    private static final long LARGE = 100_000_000;
    private static final String NOBODYS_OWN = "15550100177";
    private static final String PDF = "%PDF-1.4\n";

    private Example example;
    private D360Simulator simulator;
    private FolderStandIn folders;

    @AfterEach
    void end() {
        if (example != null) {
            example.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void sendsFilesToTheNumberOfTheirFolderAndMovesThem(String version) throws Exception {
        start(version, Map.of());

        soon().until(() -> inbox(".sent").size() == 2);
        assertThat(simulator).received(image().to(NOBODYS_OWN).withContentType("image/jpeg"));
        assertThat(simulator).received(document().to("15550100123").withFileName("invoice.pdf"));
        assertThat(inbox(".sent"))
                .anyMatch(file -> file.matches("[0-9]{8}-[0-9]{6}/photo[.]jpg"))
                .anyMatch(file -> file.matches("[0-9]{8}-[0-9]{6}/[+]1 555 010 0123/invoice[.]pdf"));
        assertThat(example.failed()).isZero();
    }

    @Test
    void movesARefusedFileAsideWithTheReasonAndTakesItAgainWhenItIsMovedBack() throws Exception {
        start("v2", Map.of());

        drop("cut off.mp4", "no video at all");
        drop("+49 what/report.pdf", PDF);

        soon().until(() -> inbox(".failed").size() == 4);
        String reason = only(inbox(".failed"), "/+49 what/report.pdf.reason.txt");
        assertThat(Files.readString(folders.inbox().resolve(".failed").resolve(reason)))
                .contains("no phone number");
        Path refused = folders.inbox().resolve(".failed").resolve(only(inbox(".failed"), "/+49 what/report.pdf"));

        Files.move(
                refused,
                Files.createDirectories(folders.inbox().resolve("15550100155")).resolve("report.pdf"));

        soon().untilAsserted(() ->
                assertThat(simulator).received(document().to("15550100155").withFileName("report.pdf")));
    }

    @Test
    void movesAsideWhatMayHaveArrivedAndNeverSendsItAgain() throws Exception {
        start("v2", Map.of());
        soon().until(() -> inbox(".sent").size() == 2);

        simulator.next(message()).fails(withAnswerLost());
        drop("15550100155/report.pdf", PDF);

        soon().until(() -> inbox(".in-doubt").size() == 2);
        drop("15550100156/later.pdf", PDF);
        soon().untilAsserted(() -> assertThat(simulator).received(document().to("15550100156")));
        assertThat(simulator.received(document().to("15550100155"))).hasSize(1);
    }

    @Test
    void reportsWhichOfSeveralRecipientsHaveIt() throws Exception {
        start("v2", Map.of("whatsapp.to", "15550100155, 15550100156"));
        soon().until(() -> inbox(".sent").size() == 2);

        simulator.next(message()).fails(withStatus(403));
        drop("report.pdf", PDF);

        soon().until(() -> inbox(".failed").size() == 2);
        Path reason = folders.inbox().resolve(".failed").resolve(only(inbox(".failed"), "/report.pdf.reason.txt"));
        assertThat(reason).content().contains("1 of 2 parts were not sent", "to=15550100155", "to=15550100156");
        assertThat(simulator.received(document().withFileName("report.pdf"))).hasSize(1);
    }

    @Test
    void triesAgainWhatDidNotGoThroughForNow() throws Exception {
        start("v2", Map.of("camel.component.d360-media.max-retries", "0"));
        soon().until(() -> inbox(".sent").size() == 2);

        simulator.next(upload()).fails(withStatus(401));
        drop("15550100155/report.pdf", PDF);

        soon().until(() -> inbox(".sent").size() == 3);
        assertThat(simulator).received(document().to("15550100155").withFileName("report.pdf"));
        assertThat(example.failed()).isPositive();
        assertThat(inbox(".failed")).isEmpty();
    }

    @Test
    void reportsWhatWasOnItsWayWhenTheProgramWasKilled() throws Exception {
        start("v2", Map.of("camel.main.auto-startup", "false"));
        Path file = drop("15550100155/report.pdf", PDF);
        String begun = "15550100155/report.pdf " + PDF.length() + " "
                + Files.getLastModifiedTime(file).toMillis();
        Files.writeString(folders.begun(), begun + "\n", UTF_8);

        example.context().getRouteController().startAllRoutes();

        soon().until(() -> inbox(".in-doubt").size() == 2 && inbox(".sent").size() == 2);
        assertThat(simulator.received(document().to("15550100155"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void fetchesMediaThatIsAskedFor(String version) throws Exception {
        start(version, Map.of());
        StoredMedia media = simulator
                .receive(inbound("application/pdf", PDF.getBytes(UTF_8))
                        .via(ApiVersion.valueOf(version.toUpperCase(Locale.ROOT))))
                .media();

        Files.createFile(folders.wanted().resolve(media.id()));
        Files.createFile(folders.wanted().resolve("1234567890"));

        soon().until(() -> files(folders.wanted().resolve(".done")).size() == 1
                && files(folders.wanted().resolve(".failed")).size() == 1);
        assertThat(folders.received().resolve(media.id() + ".pdf")).hasContent(PDF);
    }

    /** The largest document that v2 takes, each way, through a heap that could not hold it. */
    @Test
    void carries100MbEachWayWith96MbOfHeap(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.pdf");
        String sha256 = LargeFile.write(large, LARGE);
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path wanted = Files.createDirectory(folder.resolve("wanted"));
        Path received = folder.resolve("received");
        Path fork = Files.createDirectory(folder.resolve("fork"));
        try (D360Simulator server = D360Simulator.start();
                ForkedExample program = ForkedExample.start(
                        fork,
                        Map.of(
                                "D360_API_KEY", server.apiKey(),
                                "D360_BASE_URL", server.baseUrl(ApiVersion.V2),
                                "D360_TO", "15550100155",
                                "INBOX", inbox.toString(),
                                "WANTED", wanted.toString(),
                                "RECEIVED", received.toString(),
                                "BEGUN", folder.resolve("begun.txt").toString()),
                        Map.of())) {
            String id =
                    server.receive(inbound("application/pdf", large)).media().id();
            Files.move(large, inbox.resolve("large.pdf"));
            soon(program).until(() -> files(inbox.resolve(".sent")).size() == 1);
            tell("folder to WhatsApp", program);
            Files.createFile(wanted.resolve(id));
            soon(program).until(() -> files(wanted.resolve(".done")).size() == 1);
            tell("WhatsApp to folder", program);

            assertThat(server)
                    .received(document()
                            .to("15550100155")
                            .withFileName("large.pdf")
                            .withBytes(sha256));
            assertThat(received.resolve(id + ".pdf")).hasSize(LARGE);
            assertThat(LargeFile.sha256(received.resolve(id + ".pdf"))).isEqualTo(sha256);
        }
        assertThat(fork.resolve("tmp"))
                .as("temporary files of the program that has ended")
                .isEmptyDirectory();
    }

    private void start(String version, Map<String, String> properties) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("whatsapp.to", NOBODYS_OWN, "folder.quiet", "100"));
        all.putAll(properties);
        example = Example.start(Map.of("D360_API_VERSION", version, "D360_TO", NOBODYS_OWN), all);
        simulator = example.simulator();
        folders = example.standIn(FolderStandIn.class);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static ConditionFactory soon(ForkedExample program) {
        return await().atMost(Duration.ofMinutes(2))
                .failFast(() ->
                        assertThat(program.isRunning()).as(program.output()).isTrue());
    }

    private Path drop(String name, String content) throws IOException {
        Path file = folders.inbox().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content, UTF_8);
    }

    private List<String> inbox(String end) throws IOException {
        return files(folders.inbox().resolve(end));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static String only(List<String> names, String end) {
        assertThat(names).filteredOn(name -> name.endsWith(end)).hasSize(1);
        return names.stream().filter(name -> name.endsWith(end)).findFirst().orElseThrow();
    }

    private static void tell(String way, ForkedExample program) throws IOException {
        System.out.printf(
                "folder, %s: 100,000,000 bytes, peak heap after a collection %d MB%n",
                way, program.peakHeapAfterCollection().orElseThrow() / 1_048_576);
    }
}
