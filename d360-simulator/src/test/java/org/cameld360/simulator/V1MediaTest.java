package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class V1MediaTest {

    private static final MutableClock CLOCK = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(
            D360Simulator.builder().apiKeys("ONE", "TWO").clock(CLOCK));

    private D360Simulator simulator;
    private Client client;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        client = new Client(simulator, ApiVersion.V1);
    }

    @Test
    void answersAnUploadWithAUuidAndNothingElse() {
        Reply reply = client.post("/media", "image/png", Samples.random(100));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.text()).matches("\\{\"media\":\\[\\{\"id\":\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"}]}");
    }

    @Test
    void givesBackByteForByteWhatWasUploaded() {
        byte[] media = Samples.random(300_000);
        Reply reply = client.get("/media/" + upload("audio/ogg; codecs=opus", media));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(media);
        assertThat(reply.header("Content-Type")).isEqualTo("audio/ogg; codecs=opus");
        assertThat(reply.header("Content-Length")).isEqualTo("300000");
        assertThat(reply.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void keepsAGzipFileZipped() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(Samples.random(5_000));
        }
        String id = upload("application/gzip", zipped.toByteArray());

        assertThat(client.get("/media/" + id).body()).isEqualTo(zipped.toByteArray());
    }

    @Test
    void keepsWhatOnlyBeginsLikeGzip() {
        byte[] media = {0x1F, (byte) 0x8B, 1, 2, 3};

        assertThat(client.get("/media/" + upload("application/x-thing", media)).body())
                .isEqualTo(media);
    }

    @Test
    void takesAnUploadOfUnknownLength() {
        byte[] media = Samples.random(100_000);
        Reply reply =
                client.post("/media", "video/mp4", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(media)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(simulator.allMedia()).singleElement().satisfies(stored -> {
            assertThat(stored.file()).hasBinaryContent(media);
            assertThat(stored.contentType()).isEqualTo("video/mp4");
            assertThat(stored.fileName()).isNull();
        });
    }

    @Test
    void takesAnUploadWithASlashAtTheEnd() {
        assertThat(client.post("/media/", "image/png", Samples.random(10)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/csv", "audio/wav", "text/plain; charset=utf-8"})
    void takesAnyValidType(String contentType) {
        assertThat(client.post("/media", contentType, Samples.random(10)).status())
                .isEqualTo(200);
    }

    @Test
    void deletesWithAnEmptyAnswer() {
        String id = upload("image/png", Samples.random(10));
        Reply reply = client.delete("/media/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(client.get("/media/" + id).status()).isEqualTo(404);
        assertThat(client.delete("/media/" + id).status()).isEqualTo(404);
        assertThat(simulator.media(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68", "1", "..%2f..%2fetc%2fpasswd"})
    void answersAnUnknownIdWithAnEmpty404(String id) {
        for (Reply reply : new Reply[] {client.get("/media/" + id), client.delete("/media/" + id)}) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.header("Content-Type")).isEmpty();
        }
        assertThat(simulator.calls()).extracting(RecordedCall::refusal).containsOnly("media-not-found");
    }

    @Test
    void hidesMediaFromOtherKeys() {
        String id = upload("image/png", Samples.random(10));
        Client other = client.withKey("TWO");

        assertThat(other.get("/media/" + id).status()).isEqualTo(404);
        assertThat(other.delete("/media/" + id).status()).isEqualTo(404);
        assertThat(client.get("/media/" + id).status()).isEqualTo(200);
    }

    @Test
    void hidesMediaOfTheOtherVersion() {
        Client v2 = new Client(simulator, ApiVersion.V2);
        String id = v2.upload(Form.ofFile("image/png", Samples.random(10)))
                .json()
                .path("id")
                .asText();

        assertThat(client.get("/media/" + id).status()).isEqualTo(404);
    }

    @Test
    void forgetsMediaAfterFourteenDays() {
        String id = upload("image/png", Samples.random(10));
        CLOCK.add(Duration.ofDays(14).minusSeconds(1));
        assertThat(client.get("/media/" + id).status()).isEqualTo(200);

        CLOCK.add(Duration.ofSeconds(1));
        assertThat(client.get("/media/" + id).status()).isEqualTo(404);
    }

    @Test
    void refusesAnEmptyUpload() {
        assertRefused(client.post("/media", "image/png", new byte[0]), 1008, "upload-empty");
    }

    @Test
    void refusesAnUploadWithoutAType() {
        assertRefused(client.post("/media", "", Samples.random(10)), 1008, "upload-type-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "image/", "image/png; charset", "image/png image/png", "/"})
    void refusesATypeThatIsNone(String contentType) {
        assertRefused(client.post("/media", contentType, Samples.random(10)), 1009, "upload-type-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio/ogg",
                "AUDIO/OGG",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/x-www-form-urlencoded"
            })
    void refusesATypeThatIsNotSupported(String contentType) {
        assertRefused(client.post("/media", contentType, Samples.random(10)), 1009, "upload-type-not-supported");
    }

    @Test
    void refusesMoreThan64MegabytesAndTakesThatMuch() {
        byte[] media = new byte[64_000_000];
        assertThat(client.post("/media", "application/zip", media).status()).isEqualTo(200);

        assertRefused(client.post("/media", "application/zip", new byte[64_000_001]), 1009, "upload-too-large");
        assertThat(simulator.allMedia()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /media",
        "POST, /media/1",
        "PUT, /media",
        "GET, /messages",
        "GET, /health",
        "GET, /media/1/download"
    })
    void blocksWhatItDoesNotKnow(String method, String path) {
        Reply reply = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().at("/meta/httpCode").asInt()).isEqualTo(403);
        assertThat(reply.json().at("/meta/developerMessage").asText()).isEqualTo("This URL /v1" + path + " is blocked");
        assertThat(reply.json().at("/meta/success").isBoolean()).isTrue();
    }

    private String upload(String contentType, byte[] media) {
        return client.post("/media", contentType, media)
                .json()
                .at("/media/0/id")
                .asText();
    }

    private void assertRefused(Reply reply, int code, String rule) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/code").asInt()).isEqualTo(code);
        assertThat(reply.json().at("/errors/0/title").asText()).isNotEmpty();
        assertThat(reply.json().at("/errors/0/details").asText()).isNotEmpty();
        assertThat(reply.json().path("meta").toString())
                .isEqualTo("{\"api_status\":\"stable\",\"version\":\"2.35.4\"}");
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
    }
}
