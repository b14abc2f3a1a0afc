package org.cameld360.media.component;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.attachment.Attachment;
import org.cameld360.media.media.ContentTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says of one of its parts. Its sender attached some of them; others belong to the text, as the logo below it
 * does, or seal the mail. All of it comes from outside.
 *
 * @param name its file name
 * @param contentType the MIME type with parameters
 * @param disposition {@code attachment} or {@code inline}, with parameters
 * @param contentId by which HTML shows it
 */
record MailPart(
        @Nullable String name,
        @Nullable String contentType,
        @Nullable String disposition,
        @Nullable String contentId) {

    /** RFC 3156 and RFC 8551. A vCard is no signature, though some clients add one to every mail: it is somebody's data. */
    private static final Set<String> SIGNATURES =
            Set.of("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature");

    static MailPart of(String key, Attachment attachment) {
        String type = header(attachment, "Content-Type");
        return new MailPart(
                key,
                type != null ? type : attachment.getDataHandler().getContentType(),
                header(attachment, "Content-Disposition"),
                header(attachment, "Content-ID"));
    }

    private static @Nullable String header(Attachment attachment, String name) {
        for (String known : attachment.getHeaderNames()) {
            if (known.equalsIgnoreCase(name)) {
                return attachment.getHeader(known);
            }
        }
        return null;
    }

    /**
     * Why it is not among what the sender attached, in words that stand behind "it is"; or {@code null} where it is.
     *
     * <p>Apple Mail calls photos inline that were attached, and Outlook gives an id to what is no part of the text. So the
     * HTML decides where it can be read, and the headers only where it can't.
     *
     * @param text what the text of the mail shows; asked for only where it matters
     */
    @Nullable
    String whyLeftOut(Supplier<ShownImages> text) {
        String type = type();
        if (SIGNATURES.contains(type)) {
            return "a signature";
        }
        String id = contentId;
        if (id == null || id.isBlank() || !type.startsWith("image/")) {
            return null;
        }
        ShownImages images = text.get();
        boolean shown = images.has(id) || (!images.isAllThereIs() && !isSaidToBeAttached());
        return shown ? "an image within the text" : null;
    }

    /** By its name where the mail says nothing of use. */
    private String type() {
        String said = ContentTypes.clean(contentType);
        String known = said != null ? said : ContentTypes.ofFileName(name);
        return known == null ? "" : known;
    }

    private boolean isSaidToBeAttached() {
        String said = disposition == null ? "" : disposition;
        int end = said.indexOf(';');
        String bare = (end < 0 ? said : said.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        // RFC 2183, 2.8: what is not known counts as an attachment
        return !bare.isEmpty() && !bare.equals("inline");
    }
}
