package org.cameld360.media.client;

import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.client.wire.MediaObject;
import org.cameld360.media.client.wire.MessageRequest;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** How one generation words its requests. */
interface Dialect {

    static Dialect of(ApiVersion version) {
        return switch (version) {
            case V1 -> new V1Dialect();
            case V2 -> new V2Dialect();
        };
    }

    ApiCall<Calls.Uploaded> upload(ApiTarget target, MediaSource source, MediaDecision decision);

    ApiCall<Boolean> delete(ApiTarget target, String mediaId);

    ApiCall<String> send(ApiTarget target, OutgoingMessage message);

    /**
     * Ids go into paths, and a malformed one counts as a failed request there.
     *
     * @throws MediaRejectedException where it is no id of this generation
     */
    void checkId(String mediaId);

    static void checkId(String mediaId, String pattern, String shape) {
        if (!mediaId.matches(pattern)) {
            throw new MediaRejectedException(
                    "media-id",
                    shape,
                    "'" + Rejections.shown(mediaId) + "' is no media id: " + shape
                            + ". Use the id that an upload or a webhook gave.");
        }
    }

    static String sendAction(OutgoingMessage message) {
        return "send the " + message.type();
    }

    static MediaObject mediaObject(OutgoingMessage message, MediaRules rules) {
        boolean named = rules.of(message.type()).fileName();
        boolean voice =
                rules.voiceFlag() && Boolean.TRUE.equals(message.details().voice());
        return new MediaObject(
                message.reference() instanceof OutgoingMessage.ById byId ? byId.mediaId() : null,
                message.reference() instanceof OutgoingMessage.ByLink byLink
                        ? byLink.link().toString()
                        : null,
                message.details().caption(),
                named ? message.fileName() : null,
                voice ? Boolean.TRUE : null);
    }

    static MessageRequest messageRequest(
            @Nullable String messagingProduct, String to, OutgoingMessage message, MediaObject media) {
        MediaType type = message.type();
        String replyTo = message.details().replyTo();
        return new MessageRequest(
                messagingProduct,
                "individual",
                to,
                type.value(),
                replyTo == null ? null : new MessageRequest.Context(replyTo),
                message.details().callbackData(),
                type == MediaType.IMAGE ? media : null,
                type == MediaType.VIDEO ? media : null,
                type == MediaType.AUDIO ? media : null,
                type == MediaType.DOCUMENT ? media : null,
                type == MediaType.STICKER ? media : null);
    }
}
