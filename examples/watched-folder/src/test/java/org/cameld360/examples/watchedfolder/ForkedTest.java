package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What takes a program of its own to see: signals, limits of the system, and two of them. */
@Timeout(240)
class ForkedTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final D360Simulator simulator = D360Simulator.start();
    private Path inbox;
    private Map<String, String> environment;

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        environment = KillableProgram.environment(simulator, ApiVersion.V1, inbox);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void drop(String... names) throws IOException {
        for (String name : names) {
            Files.write(inbox.resolve(name), Harness.sample("photo.jpg"));
        }
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name), UTF_8);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes links for administrators only")
    void twoOfThemDoNotWorkInOneFolderUnderWhateverName() throws Exception {
        Path sameFolder = Files.createSymbolicLink(folder.resolve("link"), inbox);
        Process first = KillableProgram.start(environment, folder.resolve("first"));
        try {
            await().atMost(SOON).ignoreExceptions().until(() -> output("first").contains("Drop files into"));
            Process second = KillableProgram.start(
                    KillableProgram.environment(simulator, ApiVersion.V1, sameFolder),
                    folder.resolve("second"),
                    "--once");

            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(2);
            assertThat(output("second")).startsWith("Another watched folder is at work in ");
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process third = KillableProgram.start(environment, folder.resolve("third"), "--once");
        assertThat(third.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(third.exitValue()).isZero();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signal that asks a program to end")
    void aMessageThatIsStillUnansweredWhenTheProgramHasToEndIsInDoubtAtTheNextStart() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        simulator.wireMock().addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().endsWith("/messages")) {
                taken.countDown();
                awaitQuietly(answer);
            }
        });
        drop("a.jpg");
        Process program = KillableProgram.start(environment, folder.resolve("output"));
        try {
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            answer.countDown();
            program.destroyForcibly().waitFor();
        }
        Process next = KillableProgram.start(environment, folder.resolve("next"), "--once");
        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(output("output")).doesNotContain("sent  ").contains("may have arrived");
        assertThat(simulator.messages()).hasSize(1);
        assertThat(FolderContent.names(inbox)).containsExactly(".in-doubt/a.jpg", ".in-doubt/a.jpg.reason.txt");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whereNoFileCanBeWrittenNothingIsSent() throws Exception {
        drop("a.jpg", "b.jpg");

        String output = runOnceWithFilesUpTo(0, 1);

        assertThat(output).contains("waits   ", "The journal can't be written", "stays in the inbox");
        assertThat(simulator.calls()).isEmpty();
        assertThat(FolderContent.names(inbox)).containsExactly("a.jpg", "b.jpg");
    }

    @Test
    void whereTheJournalCannotGrowItIsWrittenAnewEachTime() throws Exception {
        drop("a.jpg", "b.jpg", "c.jpg", "d.jpg");

        runOnceWithFilesUpTo(1, 0);

        assertThat(simulator.messages()).hasSize(4);
        assertThat(FolderContent.names(inbox))
                .containsExactly(".sent/a.jpg", ".sent/b.jpg", ".sent/c.jpg", ".sent/d.jpg");
        assertThat(Files.size(inbox.resolve(".journal"))).isLessThanOrEqualTo(1024);
    }

    /** The system gives it files of so many kilobytes at most, and then an error in the middle of a write, as a full disk does. */
    private String runOnceWithFilesUpTo(int kilobytes, int status) throws Exception {
        assumeThat(Path.of("/bin/bash")).as("its ulimit is what sets the limit").isExecutable();
        List<String> limited = List.of("/bin/bash", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "program");
        List<String> command = new ArrayList<>(limited);
        command.addAll(KillableProgram.command("--once"));
        Process program = KillableProgram.builder(command, environment).start();
        String output = new String(program.getInputStream().readAllBytes(), UTF_8);
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(output).isEqualTo(status);
        return output;
    }
}
