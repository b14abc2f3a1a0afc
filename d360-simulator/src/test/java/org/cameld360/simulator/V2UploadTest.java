package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V2UploadTest {

    private static final byte[] MEDIA = Samples.random(1_000);

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension();

    private D360Simulator simulator;
    private Client client;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        client = new Client(simulator, ApiVersion.V2);
    }

    @Test
    void answersWithAnIdOfMoreDigitsThanADoubleHolds() {
        Reply reply = client.upload(Form.ofFile("image/jpeg", MEDIA));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).matches("\\{\"id\":\"[0-9]{17}\"}");
    }

    @Test
    void keepsBytesNameAndType() {
        client.upload(Form.ofFile("Rücknahme \\\"1\\\".ogg", "audio/ogg; codecs=opus", MEDIA));

        assertThat(simulator.allMedia()).singleElement().satisfies(stored -> {
            assertThat(stored.apiVersion()).isEqualTo(ApiVersion.V2);
            assertThat(stored.fileName()).isEqualTo("Rücknahme \"1\".ogg");
            assertThat(stored.contentType()).isEqualTo("audio/ogg; codecs=opus");
            assertThat(stored.size()).isEqualTo(MEDIA.length);
            assertThat(stored.file()).hasBinaryContent(MEDIA);
        });
    }

    @Test
    void takesTheTypeFieldWhereItSaysTheSame() {
        Form form = Form.ofFile("text/plain; charset=utf-8", MEDIA).field("type", "text/plain");

        assertThat(client.upload(form).status()).isEqualTo(200);
    }

    @Test
    void refusesATypeFieldThatSaysSomethingElse() {
        assertRefused(
                client.upload(Form.ofFile("image/png", MEDIA).field("type", "image")), "upload-type-contradicted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio/aac",
                "audio/mp4",
                "audio/mpeg",
                "audio/amr",
                "audio/ogg",
                "audio/opus",
                "text/plain",
                "application/pdf",
                "application/msword",
                "application/vnd.ms-excel",
                "application/vnd.ms-powerpoint",
                "image/jpeg",
                "image/png",
                "image/webp",
                "video/mp4",
                "video/3gpp"
            })
    void takesTheTypesOfTheList(String contentType) {
        assertThat(client.upload(Form.ofFile(contentType, MEDIA)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "text/csv",
                "audio/wav",
                "text/markdown",
                "image/gif",
                "video/3gp",
                "application/zip",
                "audio/ogg; codecs=vorbis",
                "image/svg+xml",
                "nonsense",
                ""
            })
    void refusesOtherTypesWithTheList(String contentType) {
        Reply reply = client.upload(Form.ofFile(contentType, MEDIA));

        assertRefused(reply, "upload-type-not-supported");
        assertThat(reply.json().at("/error/message").asText())
                .startsWith("(#100) Param file must be a file with one of the following types: audio/aac, ")
                .endsWith("Received file of type '" + contentType + "'.");
        assertThat(reply.json().at("/error/type").asText()).isEqualTo("OAuthException");
    }

    @Test
    void refusesAFilePartWithoutAType() {
        Form form = new Form()
                .field("messaging_product", "whatsapp")
                .part("Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"", MEDIA);

        assertRefused(client.upload(form), "upload-type-not-supported");
    }

    @Test
    void refusesAFormWithoutMessagingProduct() {
        Reply reply = client.upload(new Form().file("a.png", "image/png", MEDIA));

        assertRefused(reply, "messaging-product-missing");
        assertThat(reply.json().at("/error/message").asText())
                .isEqualTo("(#100) The parameter messaging_product is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"whatsapp\"", "WhatsApp", " whatsapp", "telegram", ""})
    void refusesAnotherMessagingProduct(String product) {
        Form form = new Form().field("messaging_product", product).file("a.png", "image/png", MEDIA);

        assertRefused(client.upload(form), "messaging-product-wrong");
    }

    @Test
    void refusesAFormWithoutAFile() {
        assertRefused(client.upload(new Form().field("messaging_product", "whatsapp")), "file-missing");
    }

    @Test
    void refusesAFileWithoutAName() {
        Form form = new Form()
                .field("messaging_product", "whatsapp")
                .part("Content-Disposition: form-data; name=\"file\"\r\nContent-Type: image/png", MEDIA);

        assertRefused(client.upload(form), "file-name-missing");
        assertRefused(client.upload(Form.ofFile("", "image/png", MEDIA)), "file-name-missing");
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused(client.upload(Form.ofFile("image/png", new byte[0])), "upload-empty");
    }

    @Test
    void refusesFieldsThatItDoesNotKnowOrAlreadyHas() {
        assertRefused(client.upload(Form.ofFile("image/png", MEDIA).field("caption", "x")), "form-field-unknown");
        assertRefused(
                client.upload(Form.ofFile("image/png", MEDIA).field("messaging_product", "whatsapp")),
                "form-field-repeated");
    }

    @Test
    void refusesAFormThatIsNotClosed() {
        Form form = Form.ofFile("image/png", MEDIA);

        assertRefused(client.post("/media", form.contentType(), form.unclosedBytes()), "multipart-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=\"file\"; filename=a.png", "name=\"file\"; filename=\"a.png", "filename=\"a.png\""})
    void refusesAMalformedPart(String parameters) {
        Form form = new Form()
                .field("messaging_product", "whatsapp")
                .part("Content-Disposition: form-data; " + parameters + "\r\nContent-Type: image/png", MEDIA);

        assertRefused(client.upload(form), "multipart-malformed");
    }

    @Test
    void refusesABodyThatIsNoForm() {
        assertRefused(client.post("/media", "image/png", MEDIA), "multipart-malformed");
        assertRefused(client.post("/media", "", MEDIA), "multipart-malformed");
        assertRefused(client.post("/media", "multipart/form-data", MEDIA), "multipart-malformed");
        assertRefused(client.post("/media", "multipart/form-data; boundary=x", new byte[0]), "multipart-malformed");
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, 5000000", "image/webp, 500000", "audio/mpeg, 16000000", "video/mp4, 16000000"})
    void refusesOneByteMoreThanATypeMayHave(String contentType, int limit) {
        assertThat(client.upload(Form.ofFile(contentType, new byte[limit])).status())
                .isEqualTo(200);
        assertRefused(client.upload(Form.ofFile(contentType, new byte[limit + 1])), "upload-too-large");
    }

    @Test
    void refusesADocumentOfMoreThan100Megabytes() {
        assertThat(upload("application/pdf", 100_000_000).status()).isEqualTo(200);
        assertRefused(upload("application/pdf", 100_000_001), "upload-too-large");
    }

    /** In pieces, to hold the media only once. */
    private Reply upload(String contentType, int size) {
        Form form = new Form().field("messaging_product", "whatsapp");
        String head = "--" + form.contentType().split("boundary=")[1]
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: " + contentType
                + "\r\n\r\n";
        return client.post(
                "/media",
                form.contentType(),
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(form.unclosedBytes()),
                        BodyPublishers.ofString(head, StandardCharsets.US_ASCII),
                        BodyPublishers.ofByteArray(new byte[size]),
                        BodyPublishers.ofString("\r\n", StandardCharsets.US_ASCII),
                        BodyPublishers.ofByteArray(form.close())));
    }

    private void assertRefused(Reply reply, String rule) {
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/code").asInt()).isEqualTo(100);
        assertThat(reply.json().at("/error/message").asText()).startsWith("(#100) ");
        assertThat(reply.json().at("/error/fbtrace_id").asText()).isNotEmpty();
    }
}
