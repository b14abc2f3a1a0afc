package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.client.ScriptedServer.Script;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A download is whole and what was announced, or nothing of it stays. */
@Timeout(30)
class DownloadFaultTest {

    private static final String MEDIA = "the media";

    private final FaultLab lab = new FaultLab();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void endlessAnswerEndsAtTheLimit(Call call) throws Exception {
        Script endless = c -> c.readBody()
                .write("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n")
                .endless(new byte[64 * 1024]);

        assertFailure(
                call, "&maxSize=1000000", endless, DownloadIntegrityException.class, 1, "more than 1000000 bytes");
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void announcedSizeOverTheLimitIsNotRead(Call call) throws Exception {
        Script huge = c -> c.readBody()
                .write(Conversation.head(200, "image/jpeg", 10_000_000_000L) + "\r\n")
                .silence();

        assertFailure(call, "&maxSize=1000000", huge, DownloadIntegrityException.class, 1, "maxSize");
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void emptyDownloadIsNoMedia(Call call) throws Exception {
        assertFailure(
                call, "", c -> c.answer(200, "image/jpeg", ""), ServiceUnavailableException.class, 2, "held no media");
        assertFailure(
                call,
                "",
                c -> c.readBody().write("HTTP/1.1 204 No Content\r\n\r\n"),
                ServiceUnavailableException.class,
                2,
                "held no media");
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void compressedDownloadIsNotTakenForTheMedia(Call call) throws Exception {
        Script gzip = c ->
                c.readBody().write(Conversation.head(200, "image/jpeg", 9) + "Content-Encoding: gzip\r\n\r\n" + MEDIA);

        assertFailure(call, "", gzip, ServiceUnavailableException.class, 2, "it was compressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "Identity"})
    void downloadThatSaysThatItIsNotCompressedIsTaken(String encoding) {
        try (ScriptedServer server = ScriptedServer.start(c -> c.readBody()
                .write(Conversation.head(200, "image/jpeg", 9) + "Content-Encoding: " + encoding + "\r\n\r\n"
                        + MEDIA))) {
            assertThat(get(Call.GET_V1, server, "").failure()).isNull();
        }
    }

    @Test
    void errorWithASuccessStatusIsNoMedia() throws Exception {
        Script v1 = c -> c.json(200, "{\"errors\":[{\"code\":1005,\"title\":\"Access denied\"}]}");
        Script v2 = c -> c.json(200, "{\"error\":{\"message\":\"(#131005)\",\"code\":131005}}");

        assertFailure(Call.GET_V1, "", v1, org.cameld360.media.AuthenticationException.class, 1, "code 1005");
        assertFailure(Call.DOWNLOAD_V2, "", v2, RequestRefusedException.class, 1, "code 131005");
    }

    @Test
    void documentThatIsJsonIsMedia() {
        String json = "{\"message\":\"hello\",\"error\":\"none\"}";
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, json))) {
            Ending ending = get(Call.GET_V1, server, "");

            assertThat(ending.exchange().getMessage().getBody(String.class)).isEqualTo(json);
        }
    }

    @Test
    void mediaThatIsNotAsAnnouncedIsDiscarded() throws Exception {
        Script media = c -> c.answer(200, "image/jpeg", MEDIA);
        assertMismatch(",\"file_size\":\"8\"", media, "announced with 8 bytes and came with 9");
        assertMismatch(",\"sha256\":\"" + "0".repeat(64) + "\"", media, "was announced as 0000");
        assertMismatch(",\"sha256\":\"" + FaultLab.KEY + "\"", media, "was announced as ****");
        assertMismatch(",\"file_size\":900,\"sha256\":\"\"", c -> c.answer(200, "text/html", "<html>"), "900 bytes");
    }

    @Test
    void aChecksumInBase64IsRead() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(MEDIA.getBytes(StandardCharsets.UTF_8));
        String metadata = ",\"sha256\":\"" + Base64.getEncoder().encodeToString(hash) + "\"";
        try (ScriptedServer server = ScriptedServer.start(
                c -> c.json(200, Call.metadata(metadata)), c -> c.answer(200, "image/jpeg", MEDIA))) {
            assertThat(get(Call.DOWNLOAD_V2, server, "").failure()).isNull();
        }
    }

    @Test
    void mediaThatIsAsAnnouncedIsTaken() throws Exception {
        String sha256 = HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(MEDIA.getBytes(StandardCharsets.UTF_8)));
        String metadata = Call.metadata(",\"file_size\":9,\"sha256\":\"" + sha256 + "\"");
        try (ScriptedServer server = ScriptedServer.start(
                c -> c.json(200, metadata), c -> c.answer(200, "application/octet-stream", MEDIA))) {
            Ending ending = get(Call.DOWNLOAD_V2, server, "&saveTo=" + folder);

            assertThat(ending.failure()).isNull();
            assertThat(ending.exchange().getMessage().getBody(String.class)).isEqualTo(MEDIA);
            assertThat(folder.toFile().list()).containsExactly(Call.ID + ".jpg");
        }
    }

    @Test
    void expiredAddressIsAskedForOnceMore() {
        Script gone = c -> c.answer(404, "text/html", "<html>");
        try (ScriptedServer server = ScriptedServer.start(
                c -> c.json(200, Call.metadata("")),
                gone,
                c -> c.json(200, Call.metadata("")),
                c -> c.answer(200, "image/jpeg", MEDIA))) {
            assertThat(get(Call.DOWNLOAD_V2, server, "").failure()).isNull();
            assertThat(server.requests()).hasSize(4);
        }
        try (ScriptedServer server = ScriptedServer.start(Call.DOWNLOAD_V2.meeting(gone))) {
            assertThat(get(Call.DOWNLOAD_V2, server, "").failure()).isInstanceOf(MediaNotFoundException.class);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void slowDownloadMayTakeLongerThanTheTimeout(Call call) {
        String slow = "x".repeat(30);
        try (ScriptedServer server = ScriptedServer.start(call.meeting(c -> c.readBody()
                .write(Conversation.head(200, "image/jpeg", 30) + "\r\n")
                .trickle(slow, Duration.ofMillis(25))))) {
            Ending ending = get(call, server, "");

            assertThat(ending.failure()).isNull();
            assertThat(ending.took()).isGreaterThan(Duration.ofMillis(FaultLab.RESPONSE_TIMEOUT));
            assertThat(ending.exchange().getMessage().getBody(String.class)).isEqualTo(slow);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "DOWNLOAD_V2"})
    void repeatedDownloadBeginsAnew(Call call) {
        AtomicInteger downloads = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start(call.meeting(c -> {
            if (downloads.incrementAndGet() == 1) {
                c.readBody()
                        .write(Conversation.head(200, "image/jpeg", 900) + "\r\n" + "wrong".repeat(100))
                        .reset();
            } else {
                c.answer(200, "image/jpeg", MEDIA);
            }
        }))) {
            Ending ending = get(call, server, "&saveTo=" + folder);

            assertThat(ending.failure()).isNull();
            assertThat(ending.exchange().getMessage().getBody(String.class)).isEqualTo(MEDIA);
            assertThat(ending.exchange().getMessage().getHeader("CamelD360MediaSize"))
                    .isEqualTo(9L);
        }
    }

    private void assertMismatch(String metadata, Script media, String words) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.metadata(metadata)), media)) {
            Ending ending = get(Call.DOWNLOAD_V2, server, "&saveTo=" + folder);

            assertThat(ending.failure())
                    .isExactlyInstanceOf(DownloadIntegrityException.class)
                    .hasMessageContaining(words);
            assertThat(server.requests()).hasSize(2);
            assertThat(folder).isEmptyDirectory();
        }
    }

    private void assertFailure(
            Call call,
            String options,
            Script script,
            Class<? extends D360MediaException> type,
            int requests,
            String words)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.start(call.meeting(script))) {
            Ending ending = get(call, server, options + "&saveTo=" + folder);

            assertThat(ending.failure()).isExactlyInstanceOf(type).hasMessageContaining(words);
            assertThat(server.requests().stream().filter(call::concerns)).hasSize(requests);
            assertThat(folder).isEmptyDirectory();
            lab.assertNothingLeaks();
        }
    }

    private Ending get(Call call, ScriptedServer server, String options) {
        Ending ending =
                lab.start(call.uri(server.url(), options), call.message()).within(Duration.ofSeconds(8));
        Exchange exchange = ending.exchange();
        assertThat(exchange.getMessage().getHeader("CamelD360MediaApiKey")).isNull();
        return ending;
    }
}
