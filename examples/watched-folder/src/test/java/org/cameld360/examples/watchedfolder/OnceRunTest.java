package org.cameld360.examples.watchedfolder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OnceRunTest {

    @TempDir
    private Path inbox;

    @ParameterizedTest
    @EnumSource
    void sendsWhatIsThere(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            harness.drop("photo.jpg", "photo.jpg");
            harness.drop("invoice.pdf", "invoice.pdf");
            harness.drop("voice-opus-mono.ogg", "voice-opus-mono.ogg");

            assertThat(harness.once()).isZero();

            assertThat(harness.messages())
                    .extracting(ReceivedMessage::type)
                    .containsExactlyInAnyOrder("image", "document", "audio");
            assertThat(harness.messages()).allMatch(message -> message.apiVersion() == version);
            assertThat(harness.recipients()).containsOnly(Harness.TO);
            for (ReceivedMessage message : harness.messages()) {
                String name = message.type().equals("image")
                        ? "photo.jpg"
                        : message.type().equals("audio") ? "voice-opus-mono.ogg" : "invoice.pdf";
                assertThat(harness.arrived(message)).isEqualTo(Harness.sample(name));
                assertThat(harness.line("sent    " + name))
                        .contains(message.type(), "B, to " + Harness.TO, "message " + message.id());
            }
            assertThat(harness.files().keySet())
                    .containsExactly(".sent/invoice.pdf", ".sent/photo.jpg", ".sent/voice-opus-mono.ogg");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendsToTheNumberThatTheFolderIsNamedAfter(ApiVersion version) throws Exception {
        try (Harness harness = new Harness(inbox, version)) {
            harness.drop("+49 151 234-567/a.jpg", "photo.jpg");
            harness.drop("0049151234568/holiday/a.jpg", "photo.jpg");
            harness.drop("holiday/a.jpg", "photo.jpg");

            assertThat(harness.once()).isZero();

            assertThat(harness.recipients()).containsExactlyInAnyOrder("49151234567", "49151234568", Harness.TO);
            assertThat(harness.files().keySet())
                    .containsExactly(
                            ".sent/+49 151 234-567/a.jpg", ".sent/0049151234568/holiday/a.jpg", ".sent/holiday/a.jpg");
        }
    }

    @Test
    void tellsWhyItHasNobodyToSendTo() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.environment.remove("D360_TO");
            harness.drop("a.jpg", "photo.jpg");
            harness.drop("0151 1234567/b.jpg", "photo.jpg");
            harness.drop("4915112345678/c.jpg", "photo.jpg");

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.line("refused a.jpg")).contains("Set D360_TO");
            assertThat(harness.line("refused 0151 1234567/b.jpg")).contains("country code");
            assertThat(harness.files().get(".failed/a.jpg.reason.txt")).contains("a.jpg", "Set D360_TO", "When:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b'.jpg",
                "line\nbreak\r.jpg",
                "esc\u001b[2J.jpg",
                "😀👨‍👩‍👧.jpg",
                "${date:now}.jpg",
                "$simple{body}.jpg",
                "a\\b.jpg",
                "a..b.jpg",
                "%41 +&?#.jpg",
                "{{user.home}}.jpg",
                " blank .jpg",
                "RAW(x).jpg",
                "#bean:x.jpg",
                "-rf"
            })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such names")
    void sendsFilesWithAnyName(String name) throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V2)) {
            harness.drop(name, "photo.jpg");

            assertThat(harness.once()).isZero();

            assertThat(harness.arrived(harness.messages().get(0))).isEqualTo(Harness.sample("photo.jpg"));
            assertThat(harness.files().keySet()).containsExactly(".sent/" + name);
            assertThat(harness.lines()).hasSize(2).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such names")
    void givesAReasonForFilesWithAnyName() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            String longest = "x".repeat(251) + ".jpg";
            Instant old = Instant.now().minusSeconds(60);
            for (String name :
                    List.of("a.jpg", "a.jpg.reason.txt", "two\nlines.jpg", "${x}\u001b[2J", "b\\c", longest)) {
                Files.setLastModifiedTime(Files.createFile(inbox.resolve(name)), FileTime.from(old));
            }

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.messages()).isEmpty();
            assertThat(harness.files()).hasSize(12).allSatisfy((name, text) -> {
                assertThat(name).startsWith(".failed/");
                assertThat(text.replace("\n", "")).doesNotMatch(".*\\p{Cntrl}.*");
            });
            assertThat(harness.files().values().stream().filter(text -> text.contains("0 bytes")))
                    .hasSize(6);
            assertThat(harness.lines()).hasSize(7).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes links for administrators only")
    void followsNoLinks() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            Path elsewhere = Files.write(inbox.resolveSibling("elsewhere.jpg"), Harness.sample("photo.jpg"));
            Files.createSymbolicLink(inbox.resolve("link.jpg"), elsewhere);
            Files.createDirectory(inbox.resolve("folder"));
            Files.createSymbolicLink(inbox.resolve("folder/circle"), inbox);

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.messages()).isEmpty();
            assertThat(harness.line("refused link.jpg")).contains("is a link");
            assertThat(elsewhere).exists();
            Files.delete(elsewhere);
        }
    }

    @Test
    void leavesHiddenFilesAlone() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.drop(".hidden.jpg", "photo.jpg");
            harness.drop(".folder/a.jpg", "photo.jpg");

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).isEmpty();
            assertThat(harness.files().keySet()).containsExactly(".folder/a.jpg", ".hidden.jpg");
        }
    }

    @Test
    void watchesAHiddenFolder() throws Exception {
        Path hidden = inbox.resolve(".inbox 1");
        try (Harness harness = new Harness(hidden, ApiVersion.V1)) {
            harness.drop("a.jpg", "photo.jpg");

            assertThat(harness.once()).isZero();

            assertThat(harness.files().keySet()).containsExactly(".sent/a.jpg");
        }
    }

    @Test
    void keepsEveryFileWithTheSameName() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            for (int run = 0; run < 3; run++) {
                harness.drop("a.jpg", "photo.jpg");
                assertThat(harness.once()).isZero();
            }
            assertThat(harness.messages()).hasSize(3);
            assertThat(harness.files()).hasSize(3);
        }
    }

    @Test
    void sendsInTheOrderOfArrivalOneAfterTheOther() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V2)) {
            Instant start = Instant.now().minus(Duration.ofHours(1));
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String name = "%03d.pdf".formatted(i * 37 % 200);
                expected.add(name);
                Files.setLastModifiedTime(harness.drop(name, "invoice.pdf"), FileTime.from(start.plusSeconds(i)));
            }

            assertThat(harness.once()).isZero();

            assertThat(harness.messages()).extracting(ReceivedMessage::fileName).isEqualTo(expected);
        }
    }

    @Test
    void leavesAllFilesWhereTheyAreWhenTheKeyIsWrong() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.environment.put("D360_API_KEY", "no-such-key");
            harness.drop("a.jpg", "photo.jpg");
            harness.drop("b.jpg", "photo.jpg");

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.files().keySet()).containsExactly("a.jpg", "b.jpg");
            assertThat(harness.simulator.calls()).hasSize(1);
            assertThat(harness.line("waits   ")).contains("stays in the inbox");
            assertThat(harness.line("left    ")).contains("its turn did not come");
        }
    }

    @Test
    void leavesTheFilesWhereTheyAreWhileTheServiceIsDown() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V2)) {
            harness.simulator
                    .wireMock()
                    .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
            harness.drop("a.jpg", "photo.jpg");

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.files().keySet()).containsExactly("a.jpg");
            assertThat(harness.line("waits   a.jpg")).contains("stays in the inbox");
            assertThat(harness.lines()).hasSize(2);
        }
    }

    @Test
    void doesNotRepeatWhatMayHaveArrived() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.simulator
                    .wireMock()
                    .stubFor(post(urlPathMatching(".*/messages"))
                            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
            harness.drop("a.jpg", "photo.jpg");

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.simulator.calls())
                    .filteredOn(call -> call.path().endsWith("/messages"))
                    .hasSize(1);
            assertThat(harness.files()).containsOnlyKeys(".in-doubt/a.jpg", ".in-doubt/a.jpg.reason.txt");
            assertThat(harness.files().get(".in-doubt/a.jpg.reason.txt")).contains("may have arrived");
            assertThat(harness.line("doubt   a.jpg")).contains("It is not sent again by itself");
        }
    }

    @Test
    void doesNotWaitForEverForAnUnfinishedFile() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1)) {
            harness.drop("a.jpg.part", "photo.jpg");
            harness.drop("b.jpg", "photo.jpg");

            assertThat(harness.once()).isEqualTo(1);

            assertThat(harness.messages()).hasSize(1);
            assertThat(harness.line("left    a.jpg.part")).contains("still being written");
        }
    }

    @Test
    void letsNoSecondOneIntoTheSameFolder() throws Exception {
        try (Harness harness = new Harness(inbox, ApiVersion.V1);
                FolderLock other = FolderLock.on(inbox)) {
            assertThat(other).isNotNull();
            assertThat(harness.once()).isEqualTo(2);
            assertThat(harness.lines()).singleElement().asString().startsWith("Another watched folder");
        }
    }
}
