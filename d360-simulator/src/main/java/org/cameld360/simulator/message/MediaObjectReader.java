package org.cameld360.simulator.message;

import java.util.Map;
import java.util.Set;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.rules.ApiRules;
import org.cameld360.simulator.rules.MediaKind;
import org.jspecify.annotations.Nullable;

/** Checks the media object of a message. */
final class MediaObjectReader {

    /** The fields that exist for other kinds get a rule of their own; anything else is unknown. */
    private static final Map<String, Rule> MISPLACED = Map.of(
            "caption", Rule.CAPTION_NOT_ALLOWED,
            "filename", Rule.FILENAME_NOT_ALLOWED,
            "voice", Rule.VOICE_NOT_ALLOWED);

    private final ApiRules rules;
    private final NamedMedia namedMedia;

    MediaObjectReader(ApiRules rules, MediaStore store) {
        this.rules = rules;
        this.namedMedia = new NamedMedia(rules, store);
    }

    MediaObject read(MediaKind kind, Fields object, String owner) {
        checkFields(object, rules.kind(kind).fields());
        String id = object.text("id");
        String link = object.text("link");
        if (id != null && link != null) {
            throw new RefusedException(Rule.ID_AND_LINK, "Either id or link can be given, not both");
        }
        if (id == null && link == null) {
            throw new RefusedException(Rule.NEITHER_ID_NOR_LINK, "Either id or link must be given");
        }
        if (link != null) {
            Links.check(object.nameOf("link"), link);
        } else {
            object.refuse("provider", Rule.PARAMETER_WRONG);
        }
        MediaObject media = new MediaObject(id, link, caption(object), object.text("filename"), object.flag("voice"));
        if (id != null) {
            namedMedia.check(kind, id, owner, object.nameOf("id"), Boolean.TRUE.equals(media.voice()));
        }
        return media;
    }

    private static void checkFields(Fields object, Set<String> allowed) {
        MISPLACED.forEach((field, rule) -> {
            if (!allowed.contains(field)) {
                object.refuse(field, rule);
            }
        });
        object.refuseOthersThan(allowed);
    }

    private static @Nullable String caption(Fields object) {
        String caption = object.text("caption");
        if (caption != null && caption.length() > ApiRules.MAX_CAPTION) {
            throw new RefusedException(
                    Rule.CAPTION_TOO_LONG,
                    "Param " + object.nameOf("caption") + " must be at most " + ApiRules.MAX_CAPTION
                            + " characters long");
        }
        return caption;
    }
}
