package org.cameld360.media.media;

import java.nio.charset.StandardCharsets;
import org.cameld360.media.MediaRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries besides its medium. Blank texts count as absent.
 *
 * @param caption the text below the medium
 * @param replyTo the message id that this one answers
 * @param voice whether it is a voice note, or {@code null} where the route doesn't say
 * @param callbackData echoed by the API in its status webhooks
 */
public record MessageDetails(
        @Nullable String caption,
        @Nullable String replyTo,
        @Nullable Boolean voice,
        @Nullable String callbackData) {

    /** Meta gives 512 characters for {@code biz_opaque_callback_data}. */
    private static final int CALLBACK_LIMIT = 512;

    public MessageDetails {
        caption = wellFormed(caption);
        replyTo = wellFormed(replyTo);
        callbackData = wellFormed(callbackData);
    }

    /** The same without its caption. */
    public MessageDetails withoutCaption() {
        return new MessageDetails(null, replyTo, voice, callbackData);
    }

    /**
     * Checks the details against the media type that they go with. A detail that can't go is an error: it is never
     * dropped in silence.
     *
     * @param contentType what the medium is, or {@code null} where it is known by its id or link only
     * @throws MediaRejectedException names the detail and its limit
     */
    public void check(MediaType type, @Nullable String contentType, MediaRules rules) {
        checkText(rules);
        if (caption != null && !rules.of(type).caption()) {
            throw new MediaRejectedException(
                    "caption",
                    null,
                    "A message with " + type.withArticle()
                            + " carries no caption on WhatsApp. Leave the caption out, or send the text as a message of its"
                            + " own.");
        }
        if (!Boolean.TRUE.equals(voice)) {
            return;
        }
        boolean opus = contentType == null || contentType.equals(ContentTypes.OGG_OPUS);
        if (!rules.of(type).voice() || !opus) {
            throw new MediaRejectedException(
                    "voice",
                    "audio, Ogg with Opus",
                    "A voice note must be audio, as Opus in Ogg, and this is " + type.withArticle()
                            + (contentType == null ? "" : ", " + contentType)
                            + ". Re-encode it as Opus, or leave voice out.");
        }
    }

    /**
     * Checks what doesn't depend on the media type.
     *
     * @throws MediaRejectedException names the detail and its limit
     */
    public void checkText(MediaRules rules) {
        if (caption != null && caption.length() > rules.captionLimit()) {
            throw new MediaRejectedException(
                    "caption-length",
                    rules.captionLimit() + " characters",
                    "The caption has " + caption.length() + " characters; at most " + rules.captionLimit()
                            + " may go. Shorten it.");
        }
        if (callbackData != null && !rules.callbackData()) {
            throw new MediaRejectedException(
                    "callback-data", null, rules.api() + " has no callbackData. Leave it out, or use apiVersion=v2.");
        }
        if (callbackData != null && callbackData.length() > CALLBACK_LIMIT) {
            throw new MediaRejectedException(
                    "callback-data",
                    CALLBACK_LIMIT + " characters",
                    "callbackData has " + callbackData.length() + " characters; at most " + CALLBACK_LIMIT
                            + " may go. Shorten it.");
        }
    }

    /** Half a surrogate pair, left by a careless cut, can't be written as UTF-8: it becomes a question mark. */
    private static @Nullable String wellFormed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
