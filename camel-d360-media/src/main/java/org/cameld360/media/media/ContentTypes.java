package org.cameld360.media.media;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** MIME types: how they are cleaned, and which file extension stands for which. */
public final class ContentTypes {

    public static final String OCTET_STREAM = "application/octet-stream";
    public static final String PLAIN_TEXT = "text/plain";
    public static final String OGG_OPUS = "audio/ogg; codecs=opus";

    /** A mail with its attachments in a format of Outlook's own. */
    public static final String TNEF = "application/ms-tnef";

    private static final Pattern BARE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}");
    private static final Pattern OPUS_PARAMETER =
            Pattern.compile(";\\s*codecs\\s*=\\s*(?:\"opus\"|opus)\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

    /** What libraries and object stores write where they know nothing; the last one is curl's. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            OCTET_STREAM,
            "binary/octet-stream",
            "application/x-download",
            "application/download",
            "application/force-download",
            "application/unknown",
            "unknown/unknown",
            "application/x-www-form-urlencoded");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("image/pjpeg", "image/jpeg"),
            Map.entry("image/x-png", "image/png"),
            Map.entry("video/3gp", "video/3gpp"),
            Map.entry("video/x-m4v", "video/mp4"),
            Map.entry("audio/mp3", "audio/mpeg"),
            Map.entry("audio/x-mp3", "audio/mpeg"),
            Map.entry("audio/x-mpeg", "audio/mpeg"),
            Map.entry("audio/x-aac", "audio/aac"),
            Map.entry("audio/aacp", "audio/aac"),
            Map.entry("audio/x-m4a", "audio/mp4"),
            Map.entry("audio/m4a", "audio/mp4"),
            Map.entry("audio/opus", OGG_OPUS),
            Map.entry("application/ogg", "audio/ogg"),
            Map.entry("audio/x-wav", "audio/wav"),
            Map.entry("audio/wave", "audio/wav"),
            Map.entry("audio/vnd.wave", "audio/wav"),
            Map.entry("audio/x-flac", "audio/flac"),
            Map.entry("application/x-pdf", "application/pdf"),
            Map.entry("application/vnd.ms-tnef", TNEF),
            Map.entry("application/x-zip-compressed", "application/zip"),
            Map.entry("application/csv", "text/csv"),
            Map.entry("text/x-csv", "text/csv"));

    /** Of several extensions of one type, the first is the usual one. */
    private static final List<Map.Entry<String, String>> EXTENSIONS = List.of(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("jpe", "image/jpeg"),
            Map.entry("jfif", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("heic", "image/heic"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("3gp", "video/3gpp"),
            Map.entry("3gpp", "video/3gpp"),
            Map.entry("3g2", "video/3gpp2"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("aac", "audio/aac"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("amr", "audio/amr"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("opus", OGG_OPUS),
            Map.entry("wav", "audio/wav"),
            Map.entry("flac", "audio/flac"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
            Map.entry("epub", "application/epub+zip"),
            Map.entry("zip", "application/zip"),
            Map.entry("jar", "application/java-archive"),
            Map.entry("apk", "application/vnd.android.package-archive"),
            Map.entry("txt", PLAIN_TEXT),
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("md", "text/markdown"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"),
            Map.entry("rtf", "application/rtf"));

    private static final Map<String, String> BY_EXTENSION =
            EXTENSIONS.stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private ContentTypes() {}

    /** Whether it is an image, a video or audio that is known here by a file extension, and not text such as SVG. */
    static boolean isKnownBinaryMedia(String contentType) {
        return MediaType.naturalFor(contentType) != MediaType.DOCUMENT
                && !isTextual(contentType)
                && (contentType.equals(OGG_OPUS) || BY_EXTENSION.containsValue(contentType));
    }

    /** Whether content of that type reads as text. */
    static boolean isTextual(String contentType) {
        return contentType.startsWith("text/")
                || contentType.endsWith("json")
                || contentType.endsWith("xml")
                || contentType.endsWith("yaml")
                || contentType.equals("application/javascript")
                || contentType.equals("application/rtf");
    }

    /**
     * A claimed MIME type in the form used here: lower case, no parameters but Opus on Ogg. Claims come from outside:
     * {@code null} for one that is malformed or says nothing.
     */
    public static @Nullable String clean(@Nullable String claim) {
        if (claim == null) {
            return null;
        }
        String bare = bare(claim);
        if (!BARE.matcher(bare).matches() || EMPTY_WORDS.contains(bare) || bare.startsWith("multipart/")) {
            return null;
        }
        String usual = ALIASES.getOrDefault(bare, bare);
        return usual.equals("audio/ogg") && OPUS_PARAMETER.matcher(claim).find() ? OGG_OPUS : usual;
    }

    /** Whether a text has the form of a MIME type, such as {@code image/jpeg}. */
    public static boolean isWellFormed(String contentType) {
        return BARE.matcher(bare(contentType)).matches();
    }

    /** Type and subtype in lower case, without parameters. */
    public static String bare(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .trim()
                .toLowerCase(Locale.ROOT);
    }

    /** What the extension of a file name stands for, or {@code null} where that is unknown. */
    public static @Nullable String ofFileName(@Nullable String fileName) {
        return fileName == null ? null : BY_EXTENSION.get(FileNames.extension(fileName));
    }

    /** The usual extension of a MIME type, with its dot; empty where there is none. */
    public static String extensionFor(String contentType) {
        String bare = bare(contentType);
        return EXTENSIONS.stream()
                .filter(known -> known.getValue().equals(bare))
                .findFirst()
                .map(known -> "." + known.getKey())
                .orElse("");
    }

    /**
     * Whether a name ends in an extension that is known to stand for something else than that MIME type. Text may be
     * called what it likes to be.
     */
    static boolean isMisnamed(String fileName, String contentType) {
        String named = ofFileName(fileName);
        return named != null && !bare(named).equals(bare(contentType)) && !(isTextual(named) && isTextual(contentType));
    }
}
