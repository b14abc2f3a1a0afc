package org.cameld360.simulator.message;

import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.media.ContentType;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.media.WebP;
import org.cameld360.simulator.rules.ApiRules;
import org.cameld360.simulator.rules.KindRules;
import org.cameld360.simulator.rules.MediaKind;

/**
 * Checks the media that a message names by id, by what the upload declared. The real API accepts some of what is refused here, and reports the failure
 * minutes later by webhook (131053). Where that is not settled the stand-in is the stricter one, and says so at once; what is inside of media is
 * looked into later.
 */
final class NamedMedia {

    private final ApiRules rules;
    private final MediaStore store;

    NamedMedia(ApiRules rules, MediaStore store) {
        this.rules = rules;
        this.store = store;
    }

    void check(MediaKind kind, String id, String owner, String parameter, boolean voice) {
        StoredMedia media = store.find(rules.version(), owner, id)
                .orElseThrow(() -> new RefusedException(
                        Rule.MEDIA_ID_UNKNOWN,
                        "Param " + parameter + " is not a valid whatsapp business account media attachment ID"));
        ContentType type = ContentType.of(media.contentType());
        KindRules kindRules = rules.kind(kind);
        if (!kindRules.carries().test(type)) {
            throw new RefusedException(
                    Rule.MEDIA_CLASS_WRONG, "Media of type " + type + " cannot be sent as " + kind.wireName());
        }
        if (voice && !type.base().equals("audio/ogg")) {
            throw new RefusedException(Rule.VOICE_NOT_OPUS, "A voice message must be audio/ogg with the OPUS codec");
        }
        checkSize(kind, media, kindRules);
    }

    private void checkSize(MediaKind kind, StoredMedia media, KindRules kindRules) {
        boolean animated = kind == MediaKind.STICKER && WebP.isAnimated(media.file());
        if (animated && rules.maxAnimatedSticker() == 0) {
            throw new RefusedException(Rule.STICKER_ANIMATED, "Animated stickers are not supported");
        }
        long limit = animated ? rules.maxAnimatedSticker() : kindRules.maxBytes();
        if (media.size() > limit) {
            throw new RefusedException(
                    Rule.MEDIA_TOO_LARGE,
                    "Media of " + media.size() + " bytes is over the limit of " + limit + " for " + kind.wireName());
        }
    }
}
