package org.cameld360.examples.watchedfolder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to the file, and to the disk, while its message is on its way. */
@Timeout(60)
class WhileSendingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path inbox;

    @ParameterizedTest
    @EnumSource
    void aFileThatIsTakenAwayHasBeenSent(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            Path file = harness.drop("a.jpg", "photo.jpg");
            harness.whenCalled("/messages", () -> Files.delete(file));

            assertThat(harness.once()).isZero();

            assertThat(harness.line("sent    a.jpg")).contains("The file has gone meanwhile");
            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.files()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatTakesItsPlaceIsSentAsWell(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            Path file = harness.drop("a.pdf", "invoice.pdf");
            Path other = Files.write(inbox.resolve(".other"), Harness.sample("photo.jpg"));
            harness.whenCalled("/messages", () -> {
                if (Files.exists(other)) {
                    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
                }
            });

            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.line("sent    a.pdf")).contains("what is there now goes as well");
            assertThat(file).exists();
            assertThat(harness.once()).isZero();

            assertThat(harness.arrived(harness.messages().get(0))).isEqualTo(Harness.sample("invoice.pdf"));
            assertThat(harness.arrived(harness.messages().get(1))).isEqualTo(Harness.sample("photo.jpg"));
            assertThat(harness.messages()).hasSize(2);
            assertThat(harness.files()).containsOnlyKeys(".sent/a.pdf");
        }
    }

    @Test
    void aFileThatIsOnlyTouchedIsTheSame() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            Path file = harness.drop("a.jpg", "photo.jpg");
            FileTime past = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
            harness.whenCalled("/messages", () -> Files.setLastModifiedTime(file, past));

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.files()).containsOnlyKeys(".sent/a.jpg");
        }
    }

    @Test
    void aJournalThatIsDeletedIsWrittenAnewBeforeTheNextMessage() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.drop("a.jpg", "photo.jpg");
            harness.drop("b.jpg", "photo.jpg");
            harness.whenCalled("/media", () -> Files.deleteIfExists(inbox.resolve(".journal")));
            harness.whenCalled(
                    "/messages",
                    () -> assertThat(inbox.resolve(".journal")).content().contains("\"sending\""));

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutRoomForTheJournalNothingIsSent(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            harness.drop("a.jpg", "photo.jpg");
            harness.drop("b.jpg", "photo.jpg");
            harness.disk.fails = step -> step.equals("write");

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.simulator.calls()).isEmpty();
            assertThat(harness.files()).containsOnlyKeys("a.jpg", "b.jpg");
            assertThat(harness.line("waits   "))
                    .contains("journal can't be written", "No space left on device", "stays in the inbox");

            harness.disk.fails = step -> false;
            assertThat(harness.once()).isZero();
            assertThat(harness.messages()).hasSize(2);
        }
    }

    @Test
    void aDiskThatIsFullOnlyAfterTheUploadCostsNoSecondUpload() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.whenCalled("/media", () -> harness.disk.fails = step -> step.equals("write"));
            harness.start();
            harness.drop("a.jpg", "photo.jpg");
            await().atMost(SOON).until(() -> harness.count("waits   a.jpg") >= 3);
            assertThat(harness.calls("/messages")).isZero();

            harness.disk.fails = step -> false;

            await().atMost(SOON).until(() -> harness.files().containsKey(".sent/a.jpg"));
            assertThat(harness.calls("/media")).isEqualTo(1);
            assertThat(harness.messages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeMovedIsNotSentAgainEvenAfterARestart(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            harness.drop("a.jpg", "photo.jpg");
            harness.whenCalled("/messages", () -> harness.disk.fails = step -> step.equals("rename"));

            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.line("sent    a.jpg"))
                    .contains("can't be moved to .sent", "is not sent again")
                    .doesNotContain("journal");
            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.files()).containsOnlyKeys("a.jpg");
            harness.disk.fails = step -> false;
            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.files()).containsOnlyKeys(".sent/a.jpg");
        }
    }

    @Test
    void whatCanNeitherBeMovedNorWrittenDownIsInDoubtAfterARestart() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.drop("a.jpg", "photo.jpg");
            harness.whenCalled("/messages", () -> harness.disk.fails = step -> !step.equals("delete"));

            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.line("sent    a.jpg"))
                    .contains("can't be moved to .sent", "journal can't be written either", "in doubt");
            harness.disk.fails = step -> false;
            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.files()).containsOnlyKeys(".in-doubt/a.jpg", ".in-doubt/a.jpg.reason.txt");
        }
    }

    @Test
    void whatIsInDoubtStaysSoWhereNothingCanBeWritten() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.drop("a.jpg", "photo.jpg");
            harness.simulator
                    .wireMock()
                    .stubFor(post(urlPathMatching(".*/messages"))
                            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
            harness.whenCalled("/messages", () -> harness.disk.fails = step -> !step.equals("delete"));

            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.line("doubt   a.jpg")).contains("can't be moved to .in-doubt");
            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.files()).containsOnlyKeys("a.jpg");
            harness.disk.fails = step -> false;
            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.calls("/messages")).isEqualTo(1);
            assertThat(harness.files()).containsOnlyKeys(".in-doubt/a.jpg", ".in-doubt/a.jpg.reason.txt");
        }
    }
}
