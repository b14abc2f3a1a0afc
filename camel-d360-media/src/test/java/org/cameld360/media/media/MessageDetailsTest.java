package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageDetailsTest {

    static Stream<MediaRules> versions() {
        return Stream.of(MediaRules.V1, MediaRules.V2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void takesACaptionOf1024Characters(MediaRules rules) {
        assertThatCode(() -> caption("x".repeat(1024)).check(MediaType.IMAGE, "image/jpeg", rules))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void refusesACaptionOf1025Characters(MediaRules rules) {
        assertRefused("caption-length", "1024 characters", () -> caption("x".repeat(1025))
                        .check(MediaType.IMAGE, "image/jpeg", rules))
                .hasMessage("The caption has 1025 characters; at most 1024 may go. Shorten it.");
    }

    @Test
    void countsAnEmojiInACaptionAsTwo() {
        assertThatCode(() -> caption("\uD83D\uDE00".repeat(512)).checkText(MediaRules.V2))
                .doesNotThrowAnyException();
        assertRefused("caption-length", "1024 characters", () -> caption("\uD83D\uDE00".repeat(512) + "x")
                .checkText(MediaRules.V2));
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAGE", "VIDEO", "DOCUMENT"})
    void takesACaptionWithImagesVideosAndDocuments(MediaType type) {
        assertThat(versions()).allSatisfy(rules -> caption("Hello").check(type, null, rules));
    }

    @ParameterizedTest
    @CsvSource({"AUDIO, audio", "STICKER, a sticker"})
    void refusesACaptionWithAudioAndStickers(MediaType type, String words) {
        assertThat(versions()).allSatisfy(rules -> assertRefused(
                        "caption", null, () -> caption("Hello").check(type, null, rules))
                .hasMessage("A message with " + words + " carries no caption on WhatsApp. Leave the caption out, or"
                        + " send the text as a message of its own."));
    }

    @Test
    void takesAudioAndStickersOnceTheCaptionIsGone() {
        MessageDetails details = new MessageDetails("Hello", "wamid.1", true, "order 7").withoutCaption();

        assertThat(details).isEqualTo(new MessageDetails(null, "wamid.1", true, "order 7"));
        assertThatCode(() -> details.check(MediaType.AUDIO, ContentTypes.OGG_OPUS, MediaRules.V2))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void takesVoiceWithOpusInOggAndWithAudioKnownByItsIdOnly(MediaRules rules) {
        assertThatCode(() -> voice(true).check(MediaType.AUDIO, ContentTypes.OGG_OPUS, rules))
                .doesNotThrowAnyException();
        assertThatCode(() -> voice(true).check(MediaType.AUDIO, null, rules)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AUDIO, audio/mp4, 'audio, audio/mp4'",
                "AUDIO, audio/ogg, 'audio, audio/ogg'",
                "IMAGE, image/jpeg, 'an image, image/jpeg'",
                "DOCUMENT, audio/ogg; codecs=opus, 'a document, audio/ogg; codecs=opus'",
                "VIDEO, -, a video"
            })
    void refusesVoiceWithAnythingElse(MediaType type, String contentType, String words) {
        assertThat(versions()).allSatisfy(rules -> assertRefused(
                        "voice", "audio, Ogg with Opus", () -> voice(true).check(type, contentType, rules))
                .hasMessage("A voice note must be audio, as Opus in Ogg, and this is " + words
                        + ". Re-encode it as Opus, or leave voice out."));
    }

    @ParameterizedTest
    @EnumSource
    void asksNothingOfMediaWhereVoiceIsNotWanted(MediaType type) {
        assertThat(versions()).allSatisfy(rules -> {
            voice(false).check(type, "audio/mp4", rules);
            voice(null).check(type, "audio/mp4", rules);
        });
    }

    @Test
    void refusesCallbackDataOnV1() {
        assertRefused("callback-data", null, () -> callback("order 7").checkText(MediaRules.V1))
                .hasMessage("v1 has no callbackData. Leave it out, or use apiVersion=v2.");
    }

    @Test
    void takesCallbackDataOf512CharactersOnV2() {
        assertThatCode(() -> callback("x".repeat(512)).checkText(MediaRules.V2)).doesNotThrowAnyException();
        assertRefused("callback-data", "512 characters", () -> callback("x".repeat(513))
                        .checkText(MediaRules.V2))
                .hasMessage("callbackData has 513 characters; at most 512 may go. Shorten it.");
    }

    @Test
    void takesBlankTextsAsAbsent() {
        assertThat(new MessageDetails(" ", "", null, "\n\t")).isEqualTo(new MessageDetails(null, null, null, null));
        assertThatCode(() -> callback(" ").check(MediaType.STICKER, null, MediaRules.V1))
                .doesNotThrowAnyException();
    }

    @Test
    void repairsTextsThatWereCutWithinACharacter() {
        MessageDetails details = new MessageDetails("a\uD83D", "b\uDE00", null, "\uDE00\uD83Dc");

        assertThat(details).isEqualTo(new MessageDetails("a?", "b?", null, "??c"));
        assertThatCode(() -> StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(details.caption())))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsCaptionsAsTheyAre() {
        String caption = "  Line one\nLine two \uD83D\uDC68\u200D\uD83D\uDC69 \u202Ertl\u202C ";

        assertThat(caption(caption).caption()).isEqualTo(caption);
    }

    private static MessageDetails caption(String caption) {
        return new MessageDetails(caption, null, null, null);
    }

    private static MessageDetails voice(Boolean voice) {
        return new MessageDetails(null, null, voice, null);
    }

    private static MessageDetails callback(String data) {
        return new MessageDetails(null, null, null, data);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            String rule, String limit, ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(MediaRejectedException.class, e -> {
            assertThat(e.getRule()).isEqualTo(rule);
            assertThat(e.getLimit()).isEqualTo(limit);
        });
    }
}
