package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class V2MediaTest {

    private static final MutableClock CLOCK = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String LOOKASIDE = "https://lookaside.fbsbx.com";
    private static final byte[] MEDIA = Samples.random(210_577);

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(
            D360Simulator.builder().apiKeys("ONE", "TWO").clock(CLOCK));

    private D360Simulator simulator;
    private Client client;
    private String id;

    @BeforeEach
    void upload() {
        simulator = EXTENSION.simulator();
        client = new Client(simulator, ApiVersion.V2);
        id = client.upload(Form.ofFile("image/jpeg", MEDIA)).json().path("id").asText();
    }

    @Test
    void describesMediaWithEscapedSlashesAHexDigestAndAnIntegerSize() throws NoSuchAlgorithmException {
        Reply reply = client.get("/" + id);
        long expiry = CLOCK.instant().getEpochSecond() + 300;
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(MEDIA));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .startsWith("{\"url\":\"https:\\/\\/lookaside.fbsbx.com\\/whatsapp_business\\/attachments\\/?mid=" + id
                        + "&ext=" + expiry + "&hash=")
                .endsWith("\",\"mime_type\":\"image\\/jpeg\",\"sha256\":\"" + sha256
                        + "\",\"file_size\":210577,\"id\":\"" + id + "\",\"messaging_product\":\"whatsapp\"}");
    }

    @Test
    void givesBackByteForByteWhatWasUploaded() {
        Reply reply = client.get(downloadPath());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(MEDIA);
        assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(reply.header("Content-Length")).isEqualTo("210577");
    }

    @Test
    void keepsADownloadAddressForFiveMinutes() {
        String path = downloadPath();
        CLOCK.add(Duration.ofSeconds(299));
        assertThat(client.get(path).status()).isEqualTo(200);

        CLOCK.add(Duration.ofSeconds(1));
        assertThat(client.get(path).status()).isEqualTo(404);
        assertLastRefusal("download-url-expired");
        assertThat(client.get(downloadPath()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"mid=, mid=1", "ext=, ext=9", "hash=, hash=x", "attachments/, attachments/x", "&ext, &&ext"})
    void refusesADownloadAddressThatWasChanged(String part, String changed) {
        Reply reply = client.get(downloadPath().replace(part, changed));

        assertThat(reply.status()).isIn(403, 404);
        assertThat(reply.json().path("error").isTextual()).isTrue();
    }

    @Test
    void refusesADownloadAddressThatWasSortedOrCut() {
        String path = downloadPath();
        String[] query = path.substring(path.indexOf('?') + 1).split("&");
        String bare = path.substring(0, path.indexOf('?'));

        assertThat(client.get(bare + "?" + query[1] + "&" + query[2] + "&" + query[0])
                        .status())
                .isEqualTo(404);
        assertThat(client.get(bare + "?" + query[0] + "&" + query[1]).status()).isEqualTo(404);
        assertThat(client.get(bare).status()).isEqualTo(404);
        assertLastRefusal("download-url-wrong");
        assertThat(client.get(path.replace("/?", "?")).status()).isEqualTo(403);
    }

    @Test
    void refusesADownloadWithoutUserAgent() {
        Reply reply = client.send(
                client.request(downloadPath()).header("User-Agent", "").GET());

        assertThat(reply.status()).isEqualTo(400);
        assertLastRefusal("user-agent-missing");
    }

    @Test
    void refusesADownloadToAnotherKeyAndAfterDeletion() {
        String path = downloadPath();
        assertThat(client.withKey("TWO").get(path).status()).isEqualTo(404);

        client.delete("/" + id);
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void deletesOnce() {
        Reply reply = client.delete("/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("{\"success\":true}");
        assertNoSuchObject(client.delete("/" + id), "Unsupported delete request. Object with ID '" + id + "'");
        assertNoSuchObject(client.get("/" + id), "Unsupported get request. Object with ID '" + id + "'");
        assertThat(simulator.allMedia()).isEmpty();
    }

    @Test
    void hidesMediaFromOtherKeys() {
        assertNoSuchObject(client.withKey("TWO").get("/" + id), "Unsupported get request.");
        assertNoSuchObject(client.withKey("TWO").delete("/" + id), "Unsupported delete request.");
    }

    @Test
    void forgetsMediaAfterThirtyDays() {
        CLOCK.add(Duration.ofDays(30));

        assertNoSuchObject(client.get("/" + id), "Unsupported get request.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68", "media", "1e17", "-5"})
    void refusesAnIdThatIsNotNumeric(String wrong) {
        Reply reply = client.get("/" + wrong);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").isTextual()).isTrue();
        assertLastRefusal("media-id-not-numeric");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /media/1",
        "DELETE, /media/1",
        "POST, /",
        "POST, /123/media",
        "PUT, /media",
        "POST, /v21.0/messages"
    })
    void blocksWhatItDoesNotKnow(String method, String path) {
        Reply reply = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).isEqualTo("{\"error\":\"This URL " + path + " is blocked\"}");
        assertLastRefusal("path-blocked");
    }

    private String downloadPath() {
        String url = client.get("/" + id).json().path("url").asText();
        assertThat(url).startsWith(LOOKASIDE);
        return url.substring(LOOKASIDE.length());
    }

    private void assertNoSuchObject(Reply reply, String message) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(100);
        assertThat(reply.json().at("/error/error_subcode").asInt()).isEqualTo(33);
        assertThat(reply.json().at("/error/message").asText()).startsWith(message);
        assertLastRefusal("media-not-found");
    }

    private void assertLastRefusal(String rule) {
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
    }
}
