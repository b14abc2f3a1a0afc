package org.cameld360.simulator.rules;

import static org.cameld360.simulator.rules.Megabytes.kb;
import static org.cameld360.simulator.rules.Megabytes.mb;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.media.ContentType;

/** Meta's table of supported media for the Cloud API, and 360dialog's pages on the message types. */
public final class V2Rules {

    public static final Duration DOWNLOAD_URL_LIFETIME = Duration.ofMinutes(5);

    /**
     * A document may name any accepted upload but WebP, which Meta's table calls a sticker only: limits go by message type, so the
     * same file may be refused as an image and fine as a document.
     */
    public static final ApiRules RULES = new ApiRules(
            ApiVersion.V2,
            Duration.ofDays(30),
            Pattern.compile("\\+?[ ()-]*(?:[0-9][ ()-]*){5,15}"),
            Set.of("messaging_product", "recipient_type", "to", "type", "context", "biz_opaque_callback_data"),
            Set.of("body", "preview_url"),
            Map.of(
                    MediaKind.AUDIO,
                            new KindRules(
                                    only(
                                            "audio/aac",
                                            "audio/amr",
                                            "audio/mpeg",
                                            "audio/mp4",
                                            "audio/ogg",
                                            "audio/opus"),
                                    mb(16),
                                    Set.of("id", "link", "voice")),
                    MediaKind.DOCUMENT,
                            new KindRules(
                                    base(UploadLimits.allBut("image/webp")),
                                    mb(100),
                                    Set.of("id", "link", "caption", "filename")),
                    MediaKind.IMAGE,
                            new KindRules(only("image/jpeg", "image/png"), mb(5), Set.of("id", "link", "caption")),
                    MediaKind.STICKER, new KindRules(only("image/webp"), kb(100), Set.of("id", "link")),
                    MediaKind.VIDEO,
                            new KindRules(only("video/mp4", "video/3gpp"), mb(16), Set.of("id", "link", "caption"))),
            kb(500));

    private V2Rules() {}

    private static Predicate<ContentType> only(String... types) {
        return base(Set.of(types));
    }

    private static Predicate<ContentType> base(Set<String> types) {
        return type -> types.contains(type.base());
    }
}
