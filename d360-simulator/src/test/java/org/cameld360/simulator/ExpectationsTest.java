package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cameld360.simulator.ApiVersion.V2;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.anyMessage;
import static org.cameld360.simulator.expect.ExpectedMessage.document;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.expect.ExpectedMessage.text;
import static org.cameld360.simulator.expect.ExpectedMessage.voice;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.threeten.extra.MutableClock;

class ExpectationsTest {

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(
            D360Simulator.builder().clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    private static final byte[] PHOTO = Samples.file("photo.jpg");

    private D360Simulator sim;
    private Client client;

    @BeforeEach
    void connect() {
        sim = EXTENSION.simulator();
        client = new Client(sim, V2);
    }

    @Test
    void findsAMessageByAllThatIsSaidOfIt() throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PHOTO));
        String id = sendPhoto();
        sim.travel(Duration.ofMinutes(1));

        assertThat(sim)
                .received(image().to("49 151 12345678").withCaption("The meter").withBytes(sha256))
                .received(1, image().via(V2).withMediaId(id).withContentType("image/jpeg"))
                .received(anyMessage().withStatus(DeliveryStatus.READ))
                .didNotReceive(image().to("4915112345679"))
                .didNotReceive(document())
                .didNotReceive(voice())
                .didNotReceive(image().withFileName("photo.jpg"))
                .refusedNothing();
        assertThat(sim.received(image())).hasSize(1);
        assertThat(sim.received(text())).isEmpty();
    }

    @Test
    void saysWhatIsThereInstead() {
        sendPhoto();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(sim).received(image().to("4915112345678").withCaption("Another")))
                .withMessageContainingAll(
                        "type image, to 4915112345678, caption Another", "image to +4915112345678: caption The meter");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(sim).receivedNothing())
                .withMessageContaining("any message");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(sim).receivedNothing();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(sim).received(image()))
                .withMessageContaining("nothing");
    }

    @Test
    void findsRefusals() {
        client.postJson("/messages", "{}");

        assertThat(sim).refused("messaging-product-missing");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(sim).refused("caption-too-long"))
                .withMessageContaining("messaging-product-missing");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(sim).refusedNothing());
    }

    private String sendPhoto() {
        String id = client.upload(Form.ofFile("photo.jpg", "image/jpeg", PHOTO))
                .json()
                .path("id")
                .asText();
        client.postJson(
                "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"+4915112345678\",\"type\":\"image\",\"image\":{\"id\":\""
                        + id + "\",\"caption\":\"The meter\"}}");
        return id;
    }
}
