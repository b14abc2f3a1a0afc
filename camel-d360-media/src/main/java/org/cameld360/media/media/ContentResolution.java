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
            "audio/amr",
            "audio/ogg",
            ContentTypes.OGG_OPUS,
            "application/pdf");

    private ContentResolution() {}

    static String contentType(Inspection inspection, MediaWish wish) {
        String set = ContentTypes.clean(wish.contentType());
        return set != null && wish.validation() != Validation.STRICT ? set : found(inspection, wish);
    }

    /** Why the content can't be what is said of it, or {@code null} where it can. */
    static @Nullable String contradiction(Inspection inspection, MediaWish wish) {
        if (inspection.contentType() != null) {
            String declared = contentType(inspection, wish);
            String found = found(inspection, wish);
            boolean same = ContentTypes.bare(declared).equals(ContentTypes.bare(found));
            return same ? null : "contentType is set to " + declared + ", but its content is " + found + ".";
        }
        String said = said(wish);
        if (said == null
                || !(PROVABLE.contains(said) || (inspection.text() && ContentTypes.isKnownBinaryMedia(said)))) {
            return null;
        }
        return "it is said to be " + said + ", but its content is " + (inspection.text() ? "text" : "something else")
                + ". Is it damaged, or under a wrong name? Send the real file.";
    }

    private static String found(Inspection inspection, MediaWish wish) {
        String proven = inspection.contentType();
        if (proven != null) {
            return refined(proven, wish);
        }
        String said = said(wish);
        if (inspection.text()) {
            return said != null && ContentTypes.isTextual(said) ? said : "text/plain";
        }
        return said != null ? said : ContentTypes.OCTET_STREAM;
    }

    /** Containers look alike from their first bytes; what is said of them tells which they are. */
    private static String refined(String proven, MediaWish wish) {
        String said = said(wish);
        if (said == null) {
            return proven.equals(MagicNumbers.OLE2) ? ContentTypes.OCTET_STREAM : proven;
        }
        return switch (proven) {
            case "video/mp4", "video/3gpp" -> said.equals("audio/mp4") ? said : proven;
            case MagicNumbers.ZIP -> isZipped(said) ? said : proven;
            case MagicNumbers.OLE2 ->
                said.startsWith("application/") && !PROVABLE.contains(said) ? said : ContentTypes.OCTET_STREAM;
            default -> proven;
        };
    }

    private static boolean isZipped(String contentType) {
        return contentType.startsWith("application/vnd.openxmlformats-officedocument.")
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
