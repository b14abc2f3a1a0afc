package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V2MessagesTest {

    private static final String NOT_VALID =
            "(#100) Param %s.id is not a valid whatsapp business account media attachment ID";

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION =
            new D360SimulatorExtension(D360Simulator.builder().apiKeys("ONE", "TWO"));

    private D360Simulator simulator;
    private Client client;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        client = new Client(simulator, ApiVersion.V2);
    }

    @Test
    void answersAMessageWithContactAndWamid() {
        Reply reply = send(
                "{\"to\":\"+1 (650) 555-1234\",\"type\":\"text\",\"text\":{\"body\":\"x\",\"preview_url\":false}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .matches("\\{\"messaging_product\":\"whatsapp\","
                        + "\"contacts\":\\[\\{\"input\":\"\\+1 \\(650\\) 555-1234\",\"wa_id\":\"16505551234\"}],"
                        + "\"messages\":\\[\\{\"id\":\"wamid\\.HBg[A-Za-z0-9+/]+==\"}]}");
    }

    @Test
    void keepsAllThatAMessageSays() {
        String id = upload("audio/ogg; codecs=opus", Samples.random(100));
        Reply reply = send(
                "{\"recipient_type\":\"individual\",\"to\":\"+4915112345678\",\"type\":\"audio\",\"audio\":{\"id\":\""
                        + id
                        + "\",\"voice\":true},\"context\":{\"message_id\":\"wamid.X==\"},\"biz_opaque_callback_data\":\"order 7\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.apiVersion()).isEqualTo(ApiVersion.V2);
            assertThat(message.id()).isEqualTo(reply.json().at("/messages/0/id").asText());
            assertThat(message.to()).isEqualTo("+4915112345678");
            assertThat(message.mediaId()).isEqualTo(id);
            assertThat(message.voice()).isTrue();
            assertThat(message.replyTo()).isEqualTo("wamid.X==");
            assertThat(message.callbackData()).isEqualTo("order 7");
        });
    }

    @Test
    void keepsTheFileNameOfADocument() {
        send("{\"to\":\"4915112345678\",\"type\":\"document\",\"document\":"
                + "{\"link\":\"https://example.org/a\",\"filename\":\"a.pdf\",\"caption\":\"Hi\"}}");

        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.fileName()).isEqualTo("a.pdf");
            assertThat(message.link()).isEqualTo("https://example.org/a");
            assertThat(message.mediaId()).isNull();
        });
    }

    @Test
    void refusesAMessageWithoutMessagingProduct() {
        Reply reply =
                client.postJson("/messages", "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");

        assertRefused(reply, 100, "messaging-product-missing");
        assertThat(reply.json().at("/error/message").asText())
                .isEqualTo("(#100) The parameter messaging_product is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"WhatsApp\"", "\"\"", "7", "null"})
    void refusesAnotherMessagingProduct(String product) {
        Reply reply = client.postJson(
                "/messages",
                "{\"messaging_product\":" + product
                        + ",\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");

        assertRefused(reply, 100, "messaging-product-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "audio/ogg, audio",
        "image/png, image",
        "video/3gpp, video",
        "application/pdf, document",
        "image/png, document",
        "video/mp4, document",
        "image/webp, sticker"
    })
    void takesMediaOfTheRightClass(String contentType, String type) {
        assertThat(sendId(type, upload(contentType, Samples.random(100))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, image",
        "image/webp, image",
        "image/webp, document",
        "image/png, sticker",
        "text/plain, audio",
        "image/jpeg, video",
        "audio/mp4, video"
    })
    void refusesMediaOfTheWrongClass(String contentType, String type) {
        Reply reply = sendId(type, upload(contentType, Samples.random(100)));

        assertRefused(reply, 131053, "media-class-wrong");
        assertThat(reply.json().at("/error/error_data/details").asText()).contains(contentType, type);
        assertThat(reply.json().at("/error/error_data/messaging_product").asText())
                .isEqualTo("whatsapp");
    }

    @Test
    void refusesAnIdThatIsUnknownDeletedOrOfAnotherKey() {
        String id = upload("image/png", Samples.random(10));
        assertNotValid(client.withKey("TWO").postJson("/messages", message("image", id)));

        client.delete("/" + id);
        assertNotValid(sendId("image", id));
        assertNotValid(sendId("image", "1094408688491179"));
    }

    @Test
    void refusesAVoiceMessageThatIsNotOgg() {
        String id = upload("audio/mp4", Samples.random(10));
        Reply reply =
                send("{\"to\":\"4915112345678\",\"type\":\"audio\",\"audio\":{\"id\":\"" + id + "\",\"voice\":true}}");

        assertRefused(reply, 131053, "voice-not-opus");
        assertThat(sendId("audio", id).status()).isEqualTo(200);
    }

    @Test
    void allowsMoreBytesToAnimatedStickers() {
        assertThat(sendId("sticker", upload("image/webp", Samples.webP(500_000, true)))
                        .status())
                .isEqualTo(200);
        assertThat(sendId("sticker", upload("image/webp", Samples.webP(100_000, false)))
                        .status())
                .isEqualTo(200);
        assertRefused(sendId("sticker", upload("image/webp", Samples.webP(100_001, false))), 131053, "media-too-large");
    }

    @Test
    void refusesCallbackDataOfMoreThan512Characters() {
        String start =
                "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"},\"biz_opaque_callback_data\":\"";

        assertThat(send(start + "x".repeat(512) + "\"}").status()).isEqualTo(200);
        assertRefused(send(start + "x".repeat(513) + "\"}"), 131009, "callback-data-too-long");
    }

    @Test
    void saysWhatIsWrongBesideTheCode() {
        Reply reply = send("{\"to\":\"nobody\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");

        assertRefused(reply, 131009, "recipient-wrong");
        assertThat(reply.json().at("/error/message").asText()).isEqualTo("(#131009) Parameter value is not valid");
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("OAuthException");
        assertThat(reply.json().at("/error/error_data/details").asText())
                .isEqualTo("Param to is not a valid phone number");
        assertThat(reply.json().at("/error/fbtrace_id").asText()).isNotEmpty();
    }

    private String upload(String contentType, byte[] media) {
        return client.upload(Form.ofFile(contentType, media)).json().path("id").asText();
    }

    private Reply sendId(String type, String id) {
        return client.postJson("/messages", message(type, id));
    }

    private Reply send(String message) {
        return client.postJson("/messages", "{\"messaging_product\":\"whatsapp\"," + message.substring(1));
    }

    private static String message(String type, String id) {
        return "{\"messaging_product\":\"whatsapp\",\"to\":\"4915112345678\",\"type\":\"" + type + "\",\"" + type
                + "\":{\"id\":\"" + id + "\"}}";
    }

    private void assertNotValid(Reply reply) {
        assertRefused(reply, 100, "media-id-unknown");
        assertThat(reply.json().at("/error/message").asText()).isEqualTo(NOT_VALID.formatted("image"));
    }

    private void assertRefused(Reply reply, int code, String rule) {
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(code);
    }
}
