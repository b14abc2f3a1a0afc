package org.cameld360.media.media;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cameld360.media.media.Picture.Colour;
import org.cameld360.media.media.TypeRule.Detail;

/**
 * What one generation of the API takes. Sizes are in bytes; the sources say "MB" without saying which, so the decimal,
 * smaller, meaning holds. Where sources differ the strictest holds, and the comment at the rule says so.
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

    private static final long KB = 1_000;
    private static final long MB = 1_000_000;

    private static final Set<Detail> NOTHING = Set.of();
    private static final Set<Detail> CAPTION = Set.of(Detail.CAPTION);
    private static final Set<Detail> CAPTION_AND_NAME = Set.of(Detail.CAPTION, Detail.FILE_NAME);
    private static final Set<Detail> VOICE = Set.of(Detail.VOICE);

    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/3gpp");
    private static final Set<String> STICKERS = Set.of("image/webp");

    /**
     * v1: {@code audio/ogg; codecs=opus}, bare {@code audio/ogg} is not supported. v2: {@code audio/ogg} with Opus only; its
     * upload takes the bare type without looking, and fails later (131053). So Ogg goes only as what it is, on both.
     */
    private static final Set<String> AUDIOS =
            Set.of("audio/aac", "audio/mp4", "audio/amr", "audio/mpeg", ContentTypes.OGG_OPUS);

    /**
     * Meta, Cloud API "Media": 8-bit, RGB or RGBA. v1's table names no depth; the same clients show the image, so the stricter
     * holds for both. Grey and palettes turn into 8-bit RGB without loss and are taken for it; CMYK and 16 bits don't. An
     * animated PNG goes as the still image that it begins with.
     */
    private static final PictureRule PHOTO =
            new PictureRule(8, Set.of(Colour.RGB, Colour.RGBA, Colour.GREY, Colour.GREY_ALPHA, Colour.PALETTE), 0, 0);

    /** 360dialog, "Sticker": 512x512 pixels. v1's table names no canvas; the stricter holds for both. */
    private static final PictureRule STICKER = new PictureRule(0, Set.of(), 512, 512);

    /**
     * 360dialog, "Upload, Retrieve or Delete Media" (v1), and Meta, Cloud API "Media" (v2): H.264 with AAC only, and a single
     * audio stream or none.
     */
    private static final TrackRule FILM = new TrackRule(Set.of("h264"), Set.of("aac"), 1, 0, false);

    private static final Map<String, TrackRule> FILMS = Map.of("video/mp4", FILM, "video/3gpp", FILM);

    /**
     * The On-Premises generation. Source: 360dialog, "Upload, Retrieve or Delete Media" (messaging/media, v1): 64 MB at
     * upload, the type table after processing, 14 days, no animated stickers, bare {@code audio/ogg} not supported.
     * Documents: the type table says 100 MB, the upload 64 MB, and Meta's last page 100 MB at upload; 64 MB holds. The
     * caption limit is that of client 2.41.2. One copy of Meta's page has no captions on documents; requests with one are known
     * to have worked, so they may go.
     */
    public static final MediaRules V1 = new MediaRules(
            "v1",
            64 * MB,
            100 * MB,
            Duration.ofDays(14),
            1_024,
            types(
                    new TypeRule(IMAGES, 5 * MB, 5 * MB, CAPTION, PHOTO, Map.of()),
                    new TypeRule(VIDEOS, 16 * MB, 16 * MB, CAPTION, PictureRule.ANY, FILMS),
                    new TypeRule(AUDIOS, 16 * MB, 16 * MB, VOICE, PictureRule.ANY, sounds(0)),
                    // "any valid MIME type"
                    new TypeRule(Set.of(), 100 * MB, 100 * MB, CAPTION_AND_NAME, PictureRule.ANY, Map.of()),
                    new TypeRule(STICKERS, 100 * KB, 0, NOTHING, STICKER, Map.of())),
            Map.of(),
            false,
            false);

    /**
     * The Cloud generation. Source: Meta, Cloud API "Media" (supported media types) and 360dialog's "Sticker" and "Audio"
     * message pages: Ogg with Opus in mono only.
     *
     * <p>CSV is refused as {@code text/csv} and taken as {@code text/plain} (seen at upload). The other kinds of text that
     * are read as they stand go the same way. HTML, SVG, RTF and scripts do not, unless the route asks for it: what a phone
     * would draw or run is not the plain text that it would be declared as.
     */
    public static final MediaRules V2 = new MediaRules(
            "v2",
            100 * MB,
            100 * MB,
            Duration.ofDays(30),
            1_024,
            types(
                    new TypeRule(IMAGES, 5 * MB, 5 * MB, CAPTION, PHOTO, Map.of()),
                    new TypeRule(VIDEOS, 16 * MB, 16 * MB, CAPTION, PictureRule.ANY, FILMS),
                    new TypeRule(AUDIOS, 16 * MB, 16 * MB, VOICE, PictureRule.ANY, sounds(1)),
                    new TypeRule(
                            Set.of(
                                    ContentTypes.PLAIN_TEXT,
                                    "application/pdf",
                                    "application/msword",
                                    "application/vnd.ms-excel",
                                    "application/vnd.ms-powerpoint",
                                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                            100 * MB,
                            100 * MB,
                            CAPTION_AND_NAME,
                            PictureRule.ANY,
                            Map.of()),
                    new TypeRule(STICKERS, 100 * KB, 500 * KB, NOTHING, STICKER, Map.of())),
            asPlainText(
                    "text/csv",
                    "text/tab-separated-values",
                    "text/markdown",
                    "text/xml",
                    "text/yaml",
                    "text/x-yaml",
                    "application/json",
                    "application/xml",
                    "application/yaml",
                    "application/x-yaml"),
            true,
            true);

    /** Both, the older first. */
    public static List<MediaRules> all() {
        return List.of(V1, V2);
    }

    /** What holds for that media type. */
    public TypeRule of(MediaType type) {
        TypeRule rule = types.get(type);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + type + " on " + api);
        }
        return rule;
    }

    /** The largest that may go as that media type, in bytes; 0 where none may that is animated. */
    public long limit(MediaType type, boolean animated) {
        TypeRule rule = of(type);
        return Math.min(uploadLimit, animated ? rule.maxAnimatedBytes() : rule.maxBytes());
    }

    /**
     * One track of sound, of the codec that the type table means by the MIME type (".mp3", ".m4a").
     *
     * @param oggChannels the most channels in Ogg; 0 where any number may go
     */
    private static Map<String, TrackRule> sounds(int oggChannels) {
        Map<String, TrackRule> sounds = new HashMap<>();
        sounds.put("audio/aac", new TrackRule(Set.of(), Set.of("aac"), 1, 0, false));
        sounds.put("audio/mp4", new TrackRule(Set.of(), Set.of("aac"), 1, 0, false));
        sounds.put("audio/mpeg", new TrackRule(Set.of(), Set.of("mp3"), 1, 0, false));
        sounds.put("audio/amr", new TrackRule(Set.of(), Set.of("amr-nb"), 1, 0, false));
        sounds.put("audio/ogg", new TrackRule(Set.of(), Set.of("opus"), 1, oggChannels, true));
        return Map.copyOf(sounds);
    }

    private static Map<String, String> asPlainText(String... contentTypes) {
        return Stream.of(contentTypes)
                .collect(Collectors.toUnmodifiableMap(type -> type, type -> ContentTypes.PLAIN_TEXT));
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
