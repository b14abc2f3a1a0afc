package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.MutableClock;

/** What is accepted and fails later, and what does not. */
class InspectionTest {

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(D360Simulator.builder()
            .clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
            .delivery(Delivery.brisk()));

    private final D360Simulator simulator = EXTENSION.simulator();
    private final Client client = new Client(simulator, ApiVersion.V2);

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, image/jpeg, image",
        "photo.png, image/png, image",
        "photo.png, image/jpeg, image",
        "sticker.webp, image/webp, sticker",
        "sticker-animated.webp, image/webp, sticker",
        "video-h264-aac.mp4, video/mp4, video",
        "video-h264-silent.mp4, video/mp4, video",
        "audio.aac, audio/aac, audio",
        "audio.amr, audio/amr, audio",
        "audio.m4a, audio/mp4, audio",
        "audio.mp3, audio/mpeg, audio",
        "voice-opus-mono.ogg, audio/ogg, audio",
        "voice-opus-mono.ogg, audio/ogg; codecs=opus, audio",
        "animation.gif, application/pdf, document",
        "photo-16bit.png, image/png, document"
    })
    void delivers(String sample, String contentType, String type) {
        assertThat(fate(sample, contentType, type))
                .extracting(StatusChange::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.READ);
    }

    @ParameterizedTest
    @CsvSource({
        "photo-16bit.png, image/png, image",
        "animation.gif, image/jpeg, image",
        "invoice.pdf, image/png, image",
        "photo.png, image/webp, sticker"
    })
    void failsOnPicturesThatAreNone(String sample, String contentType, String type) {
        assertFails(sample, contentType, type, "Image is invalid.");
    }

    @Test
    void failsOnStickersOfAnotherSize() {
        assertFails(
                "sticker-300x200.webp", "image/webp", "sticker", "Sticker must have 512x512 pixels, and has 300x200.");
    }

    @ParameterizedTest
    @CsvSource({
        "audio-webm-named.ogg, audio/ogg; codecs=opus",
        "audio-vorbis.ogg, audio/ogg",
        "audio.mp3, audio/aac",
        "audio.aac, audio/mpeg",
        "audio.wav, audio/mp4",
        "video-h264-aac.mp4, audio/mp4",
        "audio.m4a, audio/amr"
    })
    void failsOnSoundThatIsSomethingElse(String sample, String contentType) {
        assertFails(
                sample,
                contentType,
                "audio",
                "Audio file uploaded with mimetype as " + contentType
                        + ", however on processing it is of type application/octet-stream."
                        + " Please choose a different file.");
    }

    @Test
    void failsOnStereoOpus() {
        assertFails(
                "audio-opus-stereo.ogg",
                "audio/ogg",
                "audio",
                "Audio file uploaded with mimetype as audio/ogg, however on processing it has 2 channels."
                        + " Please choose a different file.");
    }

    @ParameterizedTest
    @CsvSource({"video-h264-mp3.mp4, h264, unknown", "video-hevc-aac.mp4, hevc, aac"})
    void failsOnOtherCodecs(String sample, String video, String audio) {
        assertFails(
                sample,
                "video/mp4",
                "video",
                "Video file uploaded with mimetype as video/mp4, however on processing it is of type video/mp4,"
                        + " videoCodec=" + video + ", audioCodec=" + audio + ".");
    }

    @ParameterizedTest
    @CsvSource({"video-truncated.mp4", "photo.jpg", "audio.m4a"})
    void failsOnVideosThatAreNone(String sample) {
        assertFails(
                sample,
                "video/mp4",
                "video",
                "Video file uploaded with mimetype as video/mp4, however on processing it is of type"
                        + " application/octet-stream. Please choose a different file.");
    }

    @Test
    void failsOnASecondSoundTrack() {
        assertFails(
                "video-two-audio-streams.mp4",
                "video/mp4",
                "video",
                "Video file uploaded with mimetype as video/mp4, however on processing it has 2 audio streams."
                        + " Please choose a different file.");
    }

    @Test
    void letsEverythingPassWhereNothingIsInspected() {
        try (D360Simulator blind = D360Simulator.builder()
                .inspection(Inspection.NONE)
                .delivery(Delivery.immediate())
                .clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                .start()) {
            Client other = new Client(blind, ApiVersion.V2);
            String message = send(other, upload(other, "invoice.pdf", "image/png"), "image");
            blind.travel(Duration.ofSeconds(1));

            assertThat(blind.statuses(message))
                    .last()
                    .extracting(StatusChange::status)
                    .isEqualTo(DeliveryStatus.READ);
        }
    }

    @Test
    void takesStereoOpusOnV1() {
        Client v1 = new Client(simulator, ApiVersion.V1);
        String id = v1.post("/media", "audio/ogg; codecs=opus", Samples.file("audio-opus-stereo.ogg"))
                .json()
                .at("/media/0/id")
                .asText();
        String message = v1.postJson(
                        "/messages", "{\"to\":\"4915112345678\",\"type\":\"audio\",\"audio\":{\"id\":\"" + id + "\"}}")
                .json()
                .at("/messages/0/id")
                .asText();
        simulator.travel(Duration.ofMinutes(1));

        assertThat(simulator.statuses(message))
                .last()
                .extracting(StatusChange::status)
                .isEqualTo(DeliveryStatus.READ);
    }

    private void assertFails(String sample, String contentType, String type, String details) {
        assertThat(fate(sample, contentType, type)).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo(DeliveryStatus.FAILED);
            assertThat(change.failure()).isEqualTo(new DeliveryFailure(131053, "Media upload error", details));
        });
    }

    private List<StatusChange> fate(String sample, String contentType, String type) {
        String message = send(client, upload(client, sample, contentType), type);
        assertThat(simulator.statuses(message)).isEmpty();
        simulator.travel(Duration.ofMinutes(1));
        return simulator.statuses(message);
    }

    private static String upload(Client client, String sample, String contentType) {
        return client.upload(Form.ofFile(sample, contentType, Samples.file(sample)))
                .json()
                .path("id")
                .asText();
    }

    private static String send(Client client, String id, String type) {
        return client.postJson(
                        "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"to\":\"4915112345678\",\"type\":\"" + type + "\",\""
                                + type + "\":{\"id\":\"" + id + "\"}}")
                .json()
                .at("/messages/0/id")
                .asText();
    }
}
