package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V1MessagesTest {

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION =
            new D360SimulatorExtension(D360Simulator.builder().apiKeys("ONE", "TWO"));

    private D360Simulator simulator;
    private Client client;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        client = new Client(simulator, ApiVersion.V1);
    }

    @Test
    void answersAMessageWithItsIdAndTheStateOfTheApi() {
        Reply reply = client.postJson(
                "/messages",
                "{\"recipient_type\":\"individual\",\"to\":\"4915112345678\",\"type\":\"image\",\"image\":{\"id\":\""
                        + upload("image/jpeg", Samples.random(10)) + "\",\"caption\":\"Hi\"}}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text())
                .matches("\\{\"messages\":\\[\\{\"id\":\"g[A-Za-z0-9+/]{27}\"}],"
                        + "\"meta\":\\{\"api_status\":\"stable\",\"version\":\"2\\.35\\.4\"}}");
        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.apiVersion()).isEqualTo(ApiVersion.V1);
            assertThat(message.id()).isEqualTo(reply.json().at("/messages/0/id").asText());
            assertThat(message.to()).isEqualTo("4915112345678");
            assertThat(message.type()).isEqualTo("image");
            assertThat(message.mediaId()).isEqualTo(simulator.allMedia().get(0).id());
            assertThat(message.caption()).isEqualTo("Hi");
            assertThat(message.link()).isNull();
            assertThat(message.raw().path("recipient_type").asText()).isEqualTo("individual");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":\"250788123123\",\"type\":\"document\",\"document\":{\"link\":\"https://foo.bar/document.pdf\","
                        + "\"caption\":\"document caption\",\"filename\":\"document.pdf\"}}",
                "{\"to\":\"250788123123\",\"type\":\"audio\",\"audio\":{\"link\":\"https://foo.bar/audio.mp3\"}}",
                "{\"to\":\"250788123123\",\"type\":\"image\",\"image\":{\"link\":\"http://foo.bar/a.png\",\"provider\":{\"name\":\"p\"}}}",
                "{\"to\":\"250788123123\",\"type\":\"text\",\"preview_url\":true,\"text\":{\"body\":\"hello\"}}",
                "{\"to\":\"250788123123\",\"type\":\"text\",\"context\":{\"message_id\":\"g1\"},\"text\":{\"body\":\"hello\"}}"
            })
    void takesWhatIsKnownToWork(String message) {
        assertThat(client.postJson("/messages", message).status()).isEqualTo(201);
        assertThat(client.postJson("/messages/", message).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "audio/ogg; codecs=opus, audio",
        "audio/aac, audio",
        "image/png, image",
        "video/3gpp, video",
        "application/zip, document",
        "image/png, document",
        "image/webp, sticker"
    })
    void takesMediaOfTheRightClass(String contentType, String type) {
        assertThat(send(type, upload(contentType, Samples.random(100))).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, image",
        "image/webp, image",
        "image/gif, image",
        "image/png, sticker",
        "audio/wav, audio",
        "video/quicktime, video",
        "image/jpeg, video",
        "audio/mp4, video"
    })
    void refusesMediaOfTheWrongClass(String contentType, String type) {
        assertRefused(send(type, upload(contentType, Samples.random(100))), 400, 1009, "media-class-wrong");
    }

    @ParameterizedTest
    @CsvSource({"image/png, image, 5000000", "video/mp4, video, 16000000", "audio/aac, audio, 16000000"})
    void refusesMediaOverTheLimitOfItsClass(String contentType, String type, int limit) {
        assertThat(send(type, upload(contentType, new byte[limit])).status()).isEqualTo(201);
        String large = upload(contentType, new byte[limit + 1]);
        assertRefused(send(type, large), 400, 1009, "media-too-large");
        assertThat(send("document", large).status()).isEqualTo(201);
    }

    @Test
    void refusesStickersThatAreAnimatedOrOver100Kilobytes() {
        assertThat(send("sticker", upload("image/webp", Samples.webP(100_000, false)))
                        .status())
                .isEqualTo(201);
        assertRefused(
                send("sticker", upload("image/webp", Samples.webP(100_001, false))), 400, 1009, "media-too-large");
        assertRefused(send("sticker", upload("image/webp", Samples.webP(1_000, true))), 400, 1009, "sticker-animated");
    }

    @Test
    void refusesAnIdThatIsUnknownDeletedOrOfAnotherKey() {
        String id = upload("image/png", Samples.random(10));
        Client other = client.withKey("TWO");
        assertRefused(other.postJson("/messages", message("image", id)), 404, 1006, "media-id-unknown");
        assertThat(send("image", id).status()).isEqualTo(201);

        client.delete("/media/" + id);
        assertRefused(send("image", id), 404, 1006, "media-id-unknown");
        assertRefused(send("image", "nothing"), 404, 1006, "media-id-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4915112345678", "49 151 12345678", "49-151-12345678", "(49)15112345678"})
    void wantsOnlyDigitsInARecipient(String to) {
        Reply reply =
                client.postJson("/messages", "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"hello\"}}");

        assertRefused(reply, 400, 1013, "recipient-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "messaging_product, parameter-unknown",
        "biz_opaque_callback_data, parameter-unknown",
    })
    void refusesWhatOnlyTheCloudApiHas(String field, String rule) {
        Reply reply = client.postJson(
                "/messages",
                "{\"" + field
                        + "\":\"whatsapp\",\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");

        assertRefused(reply, 400, 1010, rule);
    }

    @Test
    void refusesVoiceEvenOnAudio() {
        Reply reply = client.postJson(
                "/messages",
                "{\"to\":\"4915112345678\",\"type\":\"audio\",\"audio\":{\"link\":\"https://foo.bar/a\",\"voice\":true}}");

        assertRefused(reply, 400, 1010, "voice-not-allowed");
    }

    private String upload(String contentType, byte[] media) {
        return client.post("/media", contentType, media)
                .json()
                .at("/media/0/id")
                .asText();
    }

    private Reply send(String type, String id) {
        return client.postJson("/messages", message(type, id));
    }

    private static String message(String type, String id) {
        return "{\"to\":\"4915112345678\",\"type\":\"" + type + "\",\"" + type + "\":{\"id\":\"" + id + "\"}}";
    }

    private void assertRefused(Reply reply, int status, int code, String rule) {
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/code").asInt()).isEqualTo(code);
    }
}
