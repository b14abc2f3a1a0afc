package org.cameld360.media.media;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What one generation of the API takes. Sizes are in bytes; the sources say "MB" without saying which, so the decimal,
 * smaller, meaning holds.
 *
 * @param api how messages name this generation
 * @param uploadLimit the most that may be uploaded at all
 * @param downloadLimit the largest medium that WhatsApp carries, and so the most that a download can hold
 * @param retention how long an uploaded medium can be used
 * @param captionLimit the longest caption, in UTF-16 units
 * @param types what holds for each media type
 * @param declaredAs MIME types that go under another name
 * @param voiceFlag whether a message carries {@code voice}
 * @param callbackData whether a message carries {@code biz_opaque_callback_data}
 */
public record MediaRules(
        String api,
        long uploadLimit,
        long downloadLimit,
        Duration retention,
        int captionLimit,
        Map<MediaType, TypeRule> types,
        Map<String, String> declaredAs,
        boolean voiceFlag,
        boolean callbackData) {

    /**
     * What holds for one media type.
     *
     * @param contentTypes the MIME types that may go; empty where any may
     * @param maxBytes the largest
     * @param maxAnimatedBytes the largest that is animated; 0 where nothing animated may go
     * @param caption whether the message may carry a caption
     * @param fileName whether the message may carry a file name
     */
    public record TypeRule(
            Set<String> contentTypes, long maxBytes, long maxAnimatedBytes, boolean caption, boolean fileName) {

        boolean takes(String contentType) {
            return contentTypes.isEmpty() || contentTypes.contains(contentType);
        }
    }

    private static final long KB = 1_000;
    private static final long MB = 1_000_000;

    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/3gpp");
    private static final Set<String> STICKERS = Set.of("image/webp");

    /**
     * The On-Premises generation. Source: 360dialog, "Upload, Retrieve or Delete Media" (messaging/media, v1): 64 MB at
     * upload, the type table after processing, 14 days, no animated stickers, bare {@code audio/ogg} not supported.
     * Meta's last page says 100 MB at upload; the stricter figure holds. The caption limit is that of client 2.41.2.
     */
    public static final MediaRules V1 = new MediaRules(
            "v1",
            64 * MB,
            100 * MB,
            Duration.ofDays(14),
            1_024,
            types(
                    new TypeRule(IMAGES, 5 * MB, 0, true, false),
                    new TypeRule(VIDEOS, 16 * MB, 0, true, false),
                    new TypeRule(
                            Set.of("audio/aac", "audio/mp4", "audio/amr", "audio/mpeg", ContentTypes.OGG_OPUS),
                            16 * MB,
                            0,
                            false,
                            false),
                    new TypeRule(Set.of(), 64 * MB, 64 * MB, true, true),
                    new TypeRule(STICKERS, 100 * KB, 0, false, false)),
            Map.of(),
            false,
            false);

    /**
     * The Cloud generation. Source: Meta, Cloud API "Media" (supported media types) and 360dialog's "Sticker" and
     * "Audio" message pages. CSV is refused as {@code text/csv} and taken as {@code text/plain}.
     */
    public static final MediaRules V2 = new MediaRules(
            "v2",
            100 * MB,
            100 * MB,
            Duration.ofDays(30),
            1_024,
            types(
                    new TypeRule(IMAGES, 5 * MB, 0, true, false),
                    new TypeRule(VIDEOS, 16 * MB, 0, true, false),
                    new TypeRule(
                            Set.of(
                                    "audio/aac",
                                    "audio/mp4",
                                    "audio/amr",
                                    "audio/mpeg",
                                    "audio/ogg",
                                    ContentTypes.OGG_OPUS),
                            16 * MB,
                            0,
                            false,
                            false),
                    new TypeRule(
                            Set.of(
                                    "text/plain",
                                    "application/pdf",
                                    "application/msword",
                                    "application/vnd.ms-excel",
                                    "application/vnd.ms-powerpoint",
                                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                            100 * MB,
                            100 * MB,
                            true,
                            true),
                    new TypeRule(STICKERS, 100 * KB, 500 * KB, false, false)),
            Map.of("text/csv", "text/plain"),
            true,
            true);

    /** What holds for that media type. */
    public TypeRule of(MediaType type) {
        TypeRule rule = types.get(type);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + type + " on " + api);
        }
        return rule;
    }

    private static Map<MediaType, TypeRule> types(
            TypeRule image, TypeRule video, TypeRule audio, TypeRule document, TypeRule sticker) {
        Map<MediaType, TypeRule> types = new EnumMap<>(MediaType.class);
        types.put(MediaType.IMAGE, image);
        types.put(MediaType.VIDEO, video);
        types.put(MediaType.AUDIO, audio);
        types.put(MediaType.DOCUMENT, document);
        types.put(MediaType.STICKER, sticker);
        return types;
    }
}
