package org.cameld360.media.media;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings together what the content proves and what is said of it. */
final class ContentResolution {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

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
        if (set != null && wish.validation() != Validation.STRICT) {
            return set;
        }
        String proven = inspection.contentType();
        if (proven != null) {
            return refined(proven, wish);
        }
        String said = said(wish);
        if (inspection.text()) {
            return said != null && isTextual(said) ? said : "text/plain";
        }
        return said != null ? said : ContentTypes.OCTET_STREAM;
    }

    /** Why the content can't be what is said of it, or {@code null} where it can. */
    static @Nullable String contradiction(Inspection inspection, MediaWish wish) {
        String said = said(wish);
        if (inspection.contentType() != null || said == null || !PROVABLE.contains(said)) {
            return null;
        }
        return "it is said to be " + said + ", but its content is " + (inspection.text() ? "text" : "something else")
                + ". Is it damaged, or under a wrong name? Send the real file.";
    }

    /** Containers look alike from their first bytes; what is said of them tells which they are. */
    private static String refined(String proven, MediaWish wish) {
        String said = said(wish);
        if (said == null) {
            return proven.equals(MagicNumbers.OLE2) ? ContentTypes.OCTET_STREAM : proven;
        }
        return switch (proven) {
            case "video/mp4", "video/3gpp" -> said.equals("audio/mp4") ? said : proven;
            case MagicNumbers.ZIP -> said.startsWith(OOXML) ? said : proven;
            case MagicNumbers.OLE2 -> said.startsWith("application/") ? said : ContentTypes.OCTET_STREAM;
            default -> proven;
        };
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

    private static boolean isTextual(String contentType) {
        return contentType.startsWith("text/")
                || contentType.equals("application/json")
                || contentType.endsWith("xml")
                || contentType.equals("application/rtf");
    }
}
