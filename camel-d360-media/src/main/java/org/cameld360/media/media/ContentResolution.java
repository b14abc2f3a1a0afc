package org.cameld360.media.media;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings together what the content proves and what is said of it. */
final class ContentResolution {

    /** What is recognised by its first bytes, so that a claim without them is wrong. */
    private static final Set<String> PROVABLE = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "video/mp4",
            "video/3gpp",
            "audio/mp4",
            "audio/aac",
            "audio/mpeg",
            "audio/amr",
            "audio/ogg",
            ContentTypes.OGG_OPUS,
            "application/pdf");

    private ContentResolution() {}

    /** What it goes as: what it is, unless the route says otherwise and checks are not strict. */
    static String contentType(Inspection inspection, MediaWish wish) {
        String set = ContentTypes.clean(wish.contentType());
        return set != null && wish.validation() != Validation.STRICT ? set : found(inspection, wish);
    }

    /** Why the content can't be what is said of it, or {@code null} where it can. */
    static @Nullable Breach contradiction(Inspection inspection, MediaWish wish) {
        String found = found(inspection, wish);
        String said = said(wish);
        if (said != null && isImpossible(said, inspection)) {
            return breach(
                    "it is said to be " + said + ", but its content is " + inWords(found, inspection),
                    "Is it damaged, or under a wrong name? Send the real file");
        }
        String declared = contentType(inspection, wish);
        if (inspection.contentType() == null || ContentTypes.bare(declared).equals(ContentTypes.bare(found))) {
            return null;
        }
        return breach(
                "contentType is set to " + declared + ", but its content is " + found,
                "Set what it is, or leave contentType out");
    }

    private static Breach breach(String why, String help) {
        return new Breach("content", null, why, help, false);
    }

    /** Text is no film, whatever its name is; and what has signs by which it is known must have them. */
    private static boolean isImpossible(String said, Inspection inspection) {
        if (readsAsText(inspection)) {
            return PROVABLE.contains(said) || ContentTypes.isKnownBinaryMedia(said);
        }
        return inspection.contentType() == null && PROVABLE.contains(said);
    }

    private static String inWords(String found, Inspection inspection) {
        if (!readsAsText(inspection)) {
            return "something else";
        }
        return found.equals(ContentTypes.PLAIN_TEXT) ? "text" : found;
    }

    /** Whether a person could read it: text, or a format that is written as text. */
    static boolean readsAsText(Inspection inspection) {
        String proven = inspection.contentType();
        return proven == null ? inspection.text() : ContentTypes.isTextual(proven);
    }

    /** What it is. */
    static String found(Inspection inspection, MediaWish wish) {
        String proven = inspection.contentType();
        if (proven != null) {
            return refined(proven, inspection, wish);
        }
        String said = said(wish);
        if (inspection.text()) {
            return said != null && ContentTypes.isTextual(said) ? said : ContentTypes.PLAIN_TEXT;
        }
        return said != null ? said : ContentTypes.OCTET_STREAM;
    }

    /** Containers look alike from outside; their tracks and what is said of them tell which they are. */
    private static String refined(String proven, Inspection inspection, MediaWish wish) {
        String said = said(wish);
        return switch (proven) {
            case "video/mp4", "video/3gpp", "audio/mp4" -> isoMedia(proven, inspection, said);
            case "application/ogg" -> "audio/ogg";
            case "audio/ogg" ->
                Tracks.codecs(inspection, Track.Kind.AUDIO).equals(Set.of("opus")) ? ContentTypes.OGG_OPUS : proven;
            case ContentTypes.PLAIN_TEXT -> said != null && ContentTypes.isTextual(said) ? said : proven;
            case MagicNumbers.ZIP -> said != null && isZipped(said, inspection) ? said : proven;
            case MagicNumbers.OLE2 ->
                said != null && said.startsWith("application/") && !PROVABLE.contains(said)
                        ? said
                        : ContentTypes.OCTET_STREAM;
            default -> readAs(proven, wish);
        };
    }

    private static String isoMedia(String proven, Inspection inspection, @Nullable String said) {
        boolean pictures = Tracks.has(inspection, Track.Kind.VIDEO);
        boolean sound = Tracks.has(inspection, Track.Kind.AUDIO);
        if (pictures) {
            return proven.equals("audio/mp4") ? "video/mp4" : proven;
        }
        boolean soundOnly = sound && proven.equals("video/mp4");
        return soundOnly || "audio/mp4".equals(said) ? "audio/mp4" : proven;
    }

    /** A route may have text read as plain text, or as another kind of text. */
    private static String readAs(String proven, MediaWish wish) {
        String set = ContentTypes.clean(wish.contentType());
        return set != null && ContentTypes.isTextual(set) && ContentTypes.isTextual(proven) ? set : proven;
    }

    /** The entries of a whole file tell whether it is an Office document; of the others only careful writers leave a sign. */
    private static boolean isZipped(String contentType, Inspection inspection) {
        return (inspection.damage() != null && contentType.startsWith("application/vnd.openxmlformats-officedocument."))
                || contentType.startsWith("application/vnd.oasis.opendocument.")
                || contentType.endsWith("+zip")
                || contentType.equals("application/java-archive")
                || contentType.equals("application/vnd.android.package-archive");
    }

    /** What the route sets, else what the name says, else what the source claims. */
    private static @Nullable String said(MediaWish wish) {
        String set = ContentTypes.clean(wish.contentType());
        if (set != null) {
            return set;
        }
        String named = ContentTypes.ofFileName(FileNames.leaf(wish.fileName()));
        return named != null ? named : ContentTypes.clean(wish.claimedType());
    }
}
