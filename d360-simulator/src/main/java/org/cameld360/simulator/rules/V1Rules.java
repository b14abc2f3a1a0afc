package org.cameld360.simulator.rules;

import static org.cameld360.simulator.rules.Megabytes.kb;
import static org.cameld360.simulator.rules.Megabytes.mb;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.media.ContentType;

/** 360dialog's page "Upload, retrieve or delete media" for the On-Premises API. */
public final class V1Rules {

    public static final long MAX_UPLOAD = mb(64);

    /** "audio/ogg; codecs=opus", while base "audio/ogg" is not supported. */
    public static final Set<ContentType> NOT_SUPPORTED = types("audio/ogg");

    /**
     * The sizes are meant after processing, which may shrink an image; the stand-in does not process, and holds what was
     * uploaded against them. {@code voice} and {@code biz_opaque_callback_data} are documented for the Cloud API only.
     */
    public static final ApiRules RULES = new ApiRules(
            ApiVersion.V1,
            Duration.ofDays(14),
            Pattern.compile("[0-9]{5,15}"),
            Set.of("recipient_type", "to", "type", "preview_url", "context"),
            Set.of("body"),
            Map.of(
                    MediaKind.AUDIO,
                            new KindRules(
                                    only("audio/aac", "audio/mp4", "audio/amr", "audio/mpeg", "audio/ogg; codecs=opus"),
                                    mb(16),
                                    Set.of("id", "link", "provider")),
                    MediaKind.DOCUMENT,
                            new KindRules(
                                    any -> true, mb(100), Set.of("id", "link", "provider", "caption", "filename")),
                    MediaKind.IMAGE,
                            new KindRules(
                                    only("image/jpeg", "image/png"),
                                    mb(5),
                                    Set.of("id", "link", "provider", "caption")),
                    MediaKind.STICKER, new KindRules(only("image/webp"), kb(100), Set.of("id", "link", "provider")),
                    MediaKind.VIDEO,
                            new KindRules(
                                    only("video/mp4", "video/3gpp"),
                                    mb(16),
                                    Set.of("id", "link", "provider", "caption"))),
            0);

    private V1Rules() {}

    private static Predicate<ContentType> only(String... types) {
        return types(types)::contains;
    }

    private static Set<ContentType> types(String... types) {
        return Stream.of(types).map(ContentType::of).collect(Collectors.toUnmodifiableSet());
    }
}
