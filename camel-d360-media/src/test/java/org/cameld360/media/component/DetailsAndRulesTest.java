package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message carries, what may not go, and which of header, endpoint, component and default counts. */
class DetailsAndRulesTest extends SimulatedRoutes {

    @Test
    void aVoiceNoteGoesAsOneOnV2() {
        send(ApiVersion.V2, "voice-opus-mono.ogg", Map.of("CamelD360MediaVoice", true));

        assertThat(simulator().messages().get(0).voice()).isTrue();
        assertThat(simulator().messages().get(0).type()).isEqualTo("audio");
    }

    @Test
    void voiceIsForOpusOnly() {
        assertRefused(send(ApiVersion.V2, "audio.mp3", Map.of("CamelD360MediaVoice", true)), "voice", "Opus");
    }

    @ParameterizedTest
    @EnumSource
    void aReplyNamesItsMessage(ApiVersion version) {
        send(version, "photo.jpg", Map.of("CamelD360MediaReplyTo", "wamid.HBgL/+="));

        assertThat(simulator().messages().get(0).replyTo()).isEqualTo("wamid.HBgL/+=");
    }

    @Test
    void callbackDataGoesOnV2AndIsAnErrorOnV1() {
        send(ApiVersion.V2, "photo.jpg", Map.of("CamelD360MediaCallbackData", "order 7"));
        assertThat(simulator().messages().get(0).callbackData()).isEqualTo("order 7");

        Exchange refused = send(ApiVersion.V1, "photo.jpg", Map.of("CamelD360MediaCallbackData", "order 7"));
        assertRefused(refused, "callback-data", "apiVersion=v2");
    }

    @ParameterizedTest
    @EnumSource
    void aCaptionOf1025CharactersIsRefusedAndOneOf1024Goes(ApiVersion version) {
        assertRefused(
                send(version, "photo.jpg", Map.of("CamelD360MediaCaption", "x".repeat(1025))),
                "caption-length",
                "1025 characters");
        assertThat(simulator().calls()).isEmpty();

        assertThat(send(version, "photo.jpg", Map.of("CamelD360MediaCaption", "x".repeat(1024)))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio.mp3", "sticker.webp"})
    void aCaptionOnSoundOrStickerIsAnError(String name) {
        assertRefused(send(ApiVersion.V1, name, Map.of("CamelD360MediaCaption", "hi")), "caption", "no caption");
        assertThat(simulator().calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "+49", "0151", "12345678901234567", "49151x234567", "+0049151234567"})
    void aRecipientThatIsNoNumberIsRefused(String to) {
        assertRefused(send(ApiVersion.V2, "photo.jpg", Map.of("CamelD360MediaTo", to)), "to", "phone number");
        assertThat(simulator().calls()).isEmpty();
    }

    @Test
    void noRecipientIsRefused() {
        Exchange refused = template.request(
                "direct:sendV1", e -> e.getMessage().setBody(sample("photo.jpg").toFile()));
        assertRefused(refused, "to", "CamelD360MediaTo");
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, image, image",
        "photo.png, image, image",
        "photo-16bit.png, -, -",
        "png-named.jpg, image, image",
        "animation.gif, -, -",
        "sticker.webp, sticker, sticker",
        "sticker-animated.webp, -, sticker",
        "sticker-300x200.webp, -, -",
        "video-h264-aac.mp4, video, video",
        "video-h264-aac-moov-last.mp4, video, video",
        "video-h264-aac.3gp, video, video",
        "video-h264-silent.mp4, video, video",
        "video-two-audio-streams.mp4, -, -",
        "video-hevc-aac.mp4, -, -",
        "video-h264-mp3.mp4, -, -",
        "video-truncated.mp4, -, -",
        "audio.aac, audio, audio",
        "audio.m4a, audio, audio",
        "audio.mp3, audio, audio",
        "audio.amr, audio, audio",
        "voice-opus-mono.ogg, audio, audio",
        "audio-opus-stereo.ogg, audio, -",
        "audio-vorbis.ogg, -, -",
        "audio.wav, -, -",
        "audio-webm-named.ogg, -, -",
        "invoice.pdf, document, document",
        "note.txt, document, document",
        "table.csv, document, document",
        "empty.jpg, -, -"
    })
    void theSamplesGoAsWhatTheyAre(String name, String onV1, String onV2) {
        for (ApiVersion version : ApiVersion.values()) {
            Exchange sent = send(version, name, Map.of());
            String expected = version == ApiVersion.V1 ? onV1 : onV2;
            if (expected.equals("-")) {
                assertThat(simulator().calls()).as(name).hasSize(onV1.equals("-") ? 0 : 2);
                assertThat(sent.getException()).as(name + " on " + version).isInstanceOf(MediaRejectedException.class);
            } else {
                assertThat(sent.getException()).as(name + " on " + version).isNull();
                assertThat(sent.getMessage().getBody(SentMessage.class).type()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aContentTypeThatIsNoneIsRefused() {
        Exchange refused = send(ApiVersion.V1, "photo.jpg", Map.of("CamelD360MediaContentType", "image"));
        assertRefused(refused, "content-type", "image/jpeg");
    }

    @Test
    void csvGoesAsPlainTextUnderItsNameOnV2() {
        UploadedMedia uploaded = template.requestBody("direct:uploadV2", sample("table.csv"), UploadedMedia.class);

        assertThat(uploaded.contentType()).isEqualTo("text/plain");
        assertThat(uploaded.fileName()).isEqualTo("table.csv");
    }

    @Test
    void aPictureUnderAWrongNameGoesUnderTheRightOne() {
        UploadedMedia uploaded = template.requestBody("direct:uploadV2", sample("png-named.jpg"), UploadedMedia.class);

        StoredMedia stored = simulator().media(uploaded.id()).orElseThrow();
        assertThat(uploaded.fileName()).isEqualTo("png-named.png");
        assertThat(stored.fileName()).isEqualTo("png-named.png");
        assertThat(stored.contentType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:sendV2", "direct:chainV2"})
    void aDocumentIsShownUnderTheNameThatItWasGivenAndUploadedUnderTheRightOne(String route) {
        Exchange sent = template.request(route, e -> {
            e.getMessage().setBody(sample("invoice.pdf").toFile());
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
            e.getMessage().setHeader("CamelD360MediaFileName", "Rechnung März.jpg");
        });

        assertThat(sent.getMessage().getBody(SentMessage.class).fileName()).isEqualTo("Rechnung März.jpg");
        assertThat(simulator().messages().get(0).fileName()).isEqualTo("Rechnung März.jpg");
        assertThat(simulator().allMedia()).singleElement().satisfies(stored -> {
            assertThat(stored.fileName()).isEqualTo("Rechnung Marz.pdf");
            assertThat(stored.contentType()).isEqualTo("application/pdf");
        });
    }

    @Test
    void htmlGoesAsPlainTextWhereADocumentIsWished() {
        byte[] page = "<!doctype html><html><body>Hello</body></html>".getBytes(StandardCharsets.UTF_8);
        Map<String, Object> headers = Map.of("CamelD360MediaFileName", "page.html");
        String options = ":send?to=49151234567";

        Exchange refused = template.request("d360-v2" + options, e -> {
            e.getMessage().setBody(page);
            e.getMessage().getHeaders().putAll(headers);
        });
        assertRefused(refused, "content-type", "send it as plain text under its name (onUnsupported=document)");

        Exchange sent = template.request("d360-v2" + options + "&onUnsupported=document", e -> {
            e.getMessage().setBody(page);
            e.getMessage().getHeaders().putAll(headers);
        });
        assertThat(sent.getException()).isNull();
        assertThat(simulator().messages().get(0).fileName()).isEqualTo("page.html");
        assertThat(simulator().allMedia().get(0).contentType()).isEqualTo("text/plain");
    }

    @Test
    void opusIsDeclaredWithItsCodec() {
        UploadedMedia uploaded =
                template.requestBody("direct:uploadV1", sample("voice-opus-mono.ogg"), UploadedMedia.class);

        assertThat(simulator().media(uploaded.id()).orElseThrow().contentType()).isEqualTo("audio/ogg; codecs=opus");
    }

    @Test
    void unsupportedMediaGoesAsADocumentWhereThatIsWishedAndPossible() {
        String options = ":send?onUnsupported=document&to=49151234567";
        Exchange onV1 =
                template.request("d360-media" + options, e -> e.getMessage().setBody(sample("audio.wav")));
        Exchange onV2 =
                template.request("d360-v2" + options, e -> e.getMessage().setBody(sample("audio.wav")));

        assertThat(onV1.getMessage().getBody(SentMessage.class).type()).isEqualTo("document");
        assertThat(simulator().messages().get(0).fileName()).isEqualTo("audio.wav");
        assertRefused(onV2, "content-type", "audio/wav");
    }

    @Test
    void withoutValidationTheApiIsAsked() {
        Exchange sent = template.request("d360-media:send?validation=off&caption=hi&to=49151234567", e -> e.getMessage()
                .setBody(sample("photo-16bit.png")));
        assertThat(sent.getException()).isNull();

        Exchange gif = template.request(
                "d360-v2:upload?validation=warn", e -> e.getMessage().setBody(sample("animation.gif")));
        assertThat(gif.getException()).hasMessageContaining("image/gif");
        assertThat(simulator().calls()).hasSize(3);
    }

    @Test
    void theHeaderCountsBeforeTheEndpointAndThatBeforeTheComponent() {
        context.getComponent("d360-media", D360MediaComponent.class)
                .getConfiguration()
                .setFileName("from-component.pdf");

        Exchange component = template.request(
                "d360-media:upload?maxRetries=1", e -> e.getMessage().setBody(sample("invoice.pdf")));
        Exchange endpoint = template.request("d360-media:upload?fileName=from-endpoint.pdf", e -> e.getMessage()
                .setBody(sample("invoice.pdf")));
        Exchange header = template.request("d360-media:upload?fileName=from-endpoint.pdf", e -> {
            e.getMessage().setBody(sample("invoice.pdf"));
            e.getMessage().setHeader("CamelD360MediaFileName", "from-header.pdf");
        });

        assertThat(component.getMessage().getHeader("CamelD360MediaFileName")).isEqualTo("from-component.pdf");
        assertThat(endpoint.getMessage().getHeader("CamelD360MediaFileName")).isEqualTo("from-endpoint.pdf");
        assertThat(header.getMessage().getHeader("CamelD360MediaFileName")).isEqualTo("from-header.pdf");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyIsToldApartAndTheHeaderWithTheKeyIsRemoved(ApiVersion version) {
        Exchange refused = send(version, "photo.jpg", Map.of("CamelD360MediaApiKey", "wrong-key"));

        assertThat(refused.getException())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("key")
                .hasMessageNotContaining("wrong-key");
        assertThat(refused.getMessage().getHeader("CamelD360MediaApiKey")).isNull();
        assertThat(((AuthenticationException) refused.getException()).getStatus())
                .isEqualTo(401);
        assertThat(simulator().messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b.pdf",
                "a\r\nb.pdf",
                "../../etc/passwd.pdf",
                "C:\\temp\\x.pdf",
                "👩‍👩‍👧 plan.pdf",
                "плaн.pdf"
            })
    void anyNameArrivesSafeAndReadable(String name) {
        for (ApiVersion version : ApiVersion.values()) {
            Exchange sent = send(version, "invoice.pdf", Map.of("CamelD360MediaFileName", name));

            assertThat(sent.getException()).isNull();
            ReceivedMessage received =
                    simulator().messages().get(simulator().messages().size() - 1);
            assertThat(received.fileName()).endsWith(".pdf").doesNotContain("/", "\\", "\r", "\n", "..");
        }
        assertThat(simulator().allMedia()).hasSize(2);
    }

    @Test
    void aNameOf300CharactersIsShortenedAndKeepsItsExtension() {
        Exchange sent = send(ApiVersion.V2, "invoice.pdf", Map.of("CamelD360MediaFileName", "ä".repeat(296) + ".pdf"));

        assertThat(sent.getMessage().getBody(SentMessage.class).fileName())
                .endsWith(".pdf")
                .hasSizeLessThan(256);
    }

    private Exchange send(ApiVersion version, String name, Map<String, Object> headers) {
        return template.request("direct:send" + version, e -> {
            e.getMessage().setBody(sample(name).toFile());
            e.getMessage().setHeader("CamelD360MediaTo", "49151234567");
            e.getMessage().getHeaders().putAll(headers);
        });
    }

    private static void assertRefused(Exchange exchange, String rule, String word) {
        assertThat(exchange.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining(word)
                .extracting(e -> ((MediaRejectedException) e).getRule())
                .isEqualTo(rule);
    }
}
