package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of a medium, and what lies in the folder already, choose no other place for it. */
@Timeout(30)
class GetContainedTest {

    private static final String MEDIA = "the media";

    private final FaultLab lab = new FaultLab();

    @TempDir
    private Path root;

    private Path folder;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectories(root.resolve("a/b/saved"));
        outside = Files.createDirectory(root.resolve("outside"));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename=\"../../evil.jpg\"",
                "attachment; filename=\"..\\..\\evil.jpg\"",
                "attachment; filename=\"/etc/cron.d/evil\"",
                "attachment; filename=\"C:\\Windows\\evil.exe\"",
                "attachment; filename=\"..\"",
                "attachment; filename=\".\"",
                "attachment; filename=\"/\"",
                "attachment; filename=\"\"",
                "attachment; filename=\".bashrc\"",
                "attachment; filename=\".d360-media-1.part\"",
                "attachment; filename=evil; filename=\"../evil\"",
                "attachment; filename*=utf-8''..%2F..%2Fevil%00.jpg",
                "attachment; filename*=utf-8''a%0D%0AX-Injected:%201.jpg",
                "attachment; filename*=utf-8''%1B%5B31mred%E2%80%AEgpj.exe",
                "attachment; filename*=utf-8''%%%; filename=\"../evil\"",
                "attachment; filename*=utf-8''%FF%FE%2F..%2Fevil",
                "filename=\"../evil",
                ";;;=,\"\\"
            })
    void theNameThatTheServerGivesIsALeafAndNoMore(String disposition) throws IOException {
        for (Call call : List.of(Call.GET_V1, Call.DOWNLOAD_V2)) {
            Ending ending = get(call, c -> c.readBody()
                    .write(Conversation.head(200, "image/jpeg", MEDIA.length()) + "Content-Disposition: " + disposition
                            + "\r\n\r\n" + MEDIA));

            assertThat(ending.failure()).isNull();
            Path saved = ending.exchange().getMessage().getBody(File.class).toPath();
            assertThat(saved).hasParent(folder).hasContent(MEDIA);
            assertThat(saved.getFileName().toString()).doesNotStartWith(".");
            assertThat(ending.exchange().getMessage().getHeader("CamelD360MediaFileName", String.class))
                    .doesNotContainPattern("[\\p{Cntrl}/\\\\\u202E]");
            assertThat(filesBelowRoot()).containsExactly(saved);
            Files.delete(saved);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 60_000})
    void aNameWithoutEndIsCutToWhatAFolderTakes(int length) throws IOException {
        Ending ending = get(Call.GET_V1, c -> c.readBody()
                .write(Conversation.head(200, "image/jpeg", MEDIA.length())
                        + "Content-Disposition: attachment; filename=\"" + "x".repeat(length) + ".jpg\"\r\n\r\n"
                        + MEDIA));

        assertThat(ending.failure()).isNull();
        assertThat(filesBelowRoot()).singleElement().satisfies(saved -> {
            String name = saved.getFileName().toString();
            assertThat(name).endsWith("x.jpg");
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void isNotWrittenThroughLinksInTheFolder(Call call) throws IOException {
        Path precious = Files.writeString(outside.resolve("precious"), "untouched");
        Path absent = outside.resolve("absent");
        Files.createSymbolicLink(folder.resolve(Call.ID + ".jpg"), precious);
        Files.createSymbolicLink(folder.resolve(Call.ID + "-2.jpg"), absent);
        Files.createDirectory(folder.resolve(Call.ID + "-3.jpg"));

        Ending ending = get(call, c -> c.answer(200, "image/jpeg", MEDIA));

        assertThat(ending.failure()).isNull();
        assertThat(ending.exchange().getMessage().getBody(File.class))
                .hasName(Call.ID + "-4.jpg")
                .hasContent(MEDIA);
        assertThat(precious).hasContent("untouched");
        assertThat(absent).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void appearsWhenItIsWholeAndNotBefore(Call call) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(call.meeting(c -> {
            c.readBody().write(Conversation.head(200, "image/jpeg", MEDIA.length()) + "\r\n" + MEDIA.substring(0, 4));
            waitFor(seen);
            c.write(MEDIA.substring(4));
        }))) {
            Ending ending = lab.start(uri(call, server), call.message());
            FaultLab.until(() ->
                    filesBelowRoot().stream().anyMatch(file -> file.toFile().length() == 4));

            assertThat(filesBelowRoot()).singleElement().satisfies(file -> assertThat(
                            file.getFileName().toString())
                    .startsWith(".d360-media-")
                    .endsWith(".part"));
            seen.countDown();

            assertThat(ending.within(Duration.ofSeconds(5)).failure()).isNull();
            assertThat(filesBelowRoot()).containsExactly(folder.resolve(Call.ID + ".jpg"));
        }
    }

    private Ending get(Call call, Script media) {
        try (ScriptedServer server = ScriptedServer.start(call.meeting(media))) {
            return lab.start(uri(call, server), call.message()).within(Duration.ofSeconds(8));
        }
    }

    private String uri(Call call, ScriptedServer server) {
        return call.uri(server.url(), "&responseTimeout=10000&saveTo=" + folder);
    }

    private List<Path> filesBelowRoot() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("not reached");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
