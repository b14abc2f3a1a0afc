package org.cameld360.examples.watchedfolder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.cameld360.examples.watchedfolder.Entry.Ending;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the program does with what an earlier one has left. */
@Timeout(60)
class RestartTest {

    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path inbox;

    private Path drop(Harness harness) throws IOException {
        Path file = harness.drop("a.jpg", "photo.jpg");
        Files.setLastModifiedTime(file, FileTime.from(TIME));
        return file;
    }

    private void left(Entry entry) throws IOException {
        try (Journal journal = Journal.open(inbox, new RealDisk())) {
            journal.force(entry);
        }
    }

    private Entry taken() {
        FileState state = FileState.of(inbox.resolve("a.jpg").toFile()).orElseThrow();
        return Entry.taken("a.jpg", state, Harness.TO, null);
    }

    private static Upload upload() throws IOException {
        byte[] content = Harness.sample("photo.jpg");
        Instant later = Instant.now().plusSeconds(86_400);
        return new Upload("4711", "image", "image/jpeg", "a.jpg", Sha256.of(content), later, "another");
    }

    @ParameterizedTest
    @EnumSource
    void putsAsideWhatMayHaveArrived(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            drop(harness);
            left(taken().sending(upload()));

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.simulator.calls()).isEmpty();
            assertThat(harness.files()).containsOnlyKeys(".in-doubt/a.jpg", ".in-doubt/a.jpg.reason.txt");
            assertThat(harness.files().get(".in-doubt/a.jpg.reason.txt"))
                    .contains(
                            "a.jpg",
                            Harness.TO,
                            "program ended while the message was on its way",
                            "Look into the chat");
            assertThat(harness.line("doubt   a.jpg, image, 16.7 kB, to " + Harness.TO))
                    .contains("program ended");

            assertThat(harness.once()).isZero();
        }
    }

    @Test
    void sendsWhatWasInDoubtWhenSomebodyMovesItBack() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            drop(harness);
            left(taken().sending(upload()));
            harness.once();

            Files.move(inbox.resolve(".in-doubt/a.jpg"), inbox.resolve("a.jpg"));

            assertThat(harness.once()).isZero();
            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.files()).containsKey(".sent/a.jpg");
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesWhatWasSentAndSendsItNoSecondTime(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            drop(harness);
            left(taken().sending(upload()).ended(new Ending(Outcome.SENT, ".sent/a.jpg", "wamid.42")));

            assertThat(harness.once()).isZero();

            assertThat(harness.simulator.calls()).isEmpty();
            assertThat(harness.files()).containsOnlyKeys(".sent/a.jpg");
            assertThat(harness.line("sent    a.jpg")).contains("message wamid.42", "before the program ended");
        }
    }

    @Test
    void sendsTheSameFileAgainWhereItWasDroppedAgain() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            drop(harness);
            Entry sent = taken().sending(upload()).ended(new Ending(Outcome.SENT, ".sent/a.jpg", "wamid.42"));
            left(sent);
            Files.createDirectories(inbox.resolve(".sent"));
            Files.move(inbox.resolve("a.jpg"), inbox.resolve(".sent/a.jpg"));
            drop(harness);

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.files()).hasSize(2).allSatisfy((name, text) -> assertThat(name)
                    .startsWith(".sent/a"));
        }
    }

    @Test
    void finishesARefusal() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            drop(harness);
            left(taken().ended(new Ending(Outcome.REFUSED, ".failed/a.jpg", "the reason")));

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.simulator.calls()).isEmpty();
            assertThat(harness.files())
                    .containsOnlyKeys(".failed/a.jpg", ".failed/a.jpg.reason.txt")
                    .containsEntry(".failed/a.jpg.reason.txt", "the reason");
        }
    }

    @Test
    void tellsOfAMessageInDoubtWhoseFileIsGone() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            Path file = drop(harness);
            left(taken().sending(upload()));
            Files.delete(file);

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.line("doubt   a.jpg")).contains("has gone meanwhile");
            assertThat(harness.files()).containsOnlyKeys(".in-doubt/a.jpg.reason.txt");
            assertThat(harness.files().get(".in-doubt/a.jpg.reason.txt")).contains("The file was gone");
        }
    }

    @ParameterizedTest
    @EnumSource
    void uploadsNothingTwiceWhenOnlyTheMessageDidNotGoThrough(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            StubMapping down = messagesAreDown(harness);
            drop(harness);
            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.files()).containsOnlyKeys("a.jpg");
            harness.simulator.wireMock().removeStub(down);

            assertThat(harness.once()).isZero();

            assertThat(harness.calls("/media")).isEqualTo(1);
            assertThat(harness.messages()).singleElement().satisfies(message -> {
                assertThat(message.type()).isEqualTo("image");
                assertThat(harness.arrived(message)).isEqualTo(Harness.sample("photo.jpg"));
            });
            assertThat(harness.files()).containsOnlyKeys(".sent/a.jpg");
        }
    }

    @ParameterizedTest
    @EnumSource
    void uploadsAgainWhatIsNoLongerThere(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            StubMapping down = messagesAreDown(harness);
            drop(harness);
            harness.once();
            harness.simulator.wireMock().removeStub(down);
            harness.simulator.reset();

            assertThat(harness.once()).isEqualTo(1);
            assertThat(harness.files()).containsOnlyKeys("a.jpg");
            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.calls("/media")).isEqualTo(1);
        }
    }

    @Test
    void uploadsAgainWhatHasChanged() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V2)) {
            StubMapping down = messagesAreDown(harness);
            drop(harness);
            harness.once();
            harness.simulator.wireMock().removeStub(down);
            Files.write(inbox.resolve("a.jpg"), Harness.sample("invoice.pdf"));

            assertThat(harness.once()).isZero();

            assertThat(harness.arrived(harness.messages().get(0))).isEqualTo(Harness.sample("invoice.pdf"));
        }
    }

    @Test
    void uploadsAgainForAnotherAccount() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            drop(harness);
            left(taken().uploaded(upload()));

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).singleElement().satisfies(message -> assertThat(message.mediaId())
                    .isNotEqualTo("4711"));
        }
    }

    @Test
    void sendsNothingByADamagedJournal() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            drop(harness);
            Files.writeString(inbox.resolve(".journal"), "garbage");

            assertThat(harness.once()).isEqualTo(2);

            assertThat(harness.simulator.calls()).isEmpty();
            assertThat(harness.lines()).singleElement().asString().contains(".journal", "nothing is sent before");
            assertThat(harness.files()).containsOnlyKeys("a.jpg");
            Files.delete(inbox.resolve(".journal"));
            assertThat(harness.once()).isZero();
        }
    }

    @Test
    void knowsNothingOfWhatWasUnderWayWithoutItsJournal() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            drop(harness);
            left(taken().sending(upload()));
            Files.delete(inbox.resolve(".journal"));

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).hasSize(1);
        }
    }

    private static StubMapping messagesAreDown(Harness harness) {
        return harness.simulator
                .wireMock()
                .stubFor(post(urlPathMatching(".*/messages"))
                        .willReturn(aResponse().withStatus(503)));
    }
}
