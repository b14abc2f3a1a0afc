package org.cameld360.examples.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.document;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void sendsTheSamplesToTheSimulatorAndEndsWith0() {
        int status = launch(Map.of(), "--once");

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString(UTF_8))
                .contains("a simulator stands in for 360dialog")
                .contains("Watch it arrive: http://127.0.0.1:")
                .contains("there is a folder with notes");
    }

    @Test
    void endsWith1WhereAnExchangeFailed() {
        assertThat(launch(Map.of("NOTE", ""), "--once")).isEqualTo(1);
    }

    @Test
    void endsWith2WhereAStandInCannotStart() {
        assertThat(launch(Map.of("NOTES_FAIL", "yes"))).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("It can't start: no room for notes");
    }

    @Test
    void endsWith2AndTellsTheArgumentsThatThereAre() {
        assertThat(launch(Map.of(), "--twice")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("Usage: [--once]");
    }

    @Test
    void runsInTheJvmOfATest() throws Exception {
        try (Example example = Example.start(
                Map.of("D360_API_VERSION", "v1", "D360_TO", "15550100123"), Map.of("whatsapp.to", "15550100123"))) {
            await().atMost(SOON).until(() -> example.completed() == 2);

            assertThat(example.simulator())
                    .received(document().to("15550100123").withFileName("early.txt"));
            assertThat(example.simulator())
                    .received(document().to("15550100123").withFileName("late.txt"));
            assertThat(example.failed()).isZero();
            NotesStandIn notes = example.standIn(NotesStandIn.class);
            example.close();
            assertThat(notes.closed).isTrue();
        }
    }

    @Test
    void startsNoStandInForWhatIsConfigured(@TempDir Path folder) throws Exception {
        try (Example example =
                Example.start(Map.of("NOTES_FOLDER", folder.toString()), Map.of("notes", folder.toString()))) {
            assertThatThrownBy(() -> example.standIn(NotesStandIn.class)).hasMessageContaining("was not started");
        }
    }

    @Test
    void runsInAJvmOfItsOwnAgainstServersOfTheTest(@TempDir Path folder) throws Exception {
        try (D360Simulator simulator = D360Simulator.start();
                ForkedExample example = ForkedExample.start(
                        folder,
                        Map.of("D360_API_KEY", simulator.apiKey(), "D360_TO", "15550100123"),
                        Map.of(
                                "camel.component.d360-media.base-url",
                                simulator.baseUrl(ApiVersion.V2),
                                "camel.component.d360-media.api-version",
                                "v2"))) {
            await().atMost(SOON)
                    .failFast(
                            () -> assertThat(example.isRunning()).as("running").isTrue())
                    .until(() -> simulator.messages().size() == 2);

            assertThat(simulator).received(document().to("15550100123").withFileName("late.txt"));
            assertThat(example.output()).contains("NOTES_FOLDER is not set").doesNotContain(simulator.apiKey());
        }
    }

    private int launch(Map<String, String> environment, String... arguments) {
        return Launcher.run(
                List.of(arguments), environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
