package org.cameld360.media.component;

import java.util.Map;
import org.apache.camel.attachment.Attachment;
import org.jspecify.annotations.Nullable;

/** Reads mails, whether the body is one as Camel's mail component leaves it, or its text alone. */
final class MailText {

    /** Whoever has no mail component has no mails to read either. */
    private static final boolean MAIL = isThere("jakarta.mail.Part");

    private MailText() {}

    static ShownImages in(@Nullable Object body) {
        if (body instanceof String text) {
            return ShownImages.in(text);
        }
        return MAIL && body != null ? MailHtml.in(body) : ShownImages.UNKNOWN;
    }

    /** The attachments of a mail in its own order, where the body is the mail; else as they were given. */
    static Map<String, Attachment> attachments(Map<String, Attachment> given, @Nullable Object body) {
        return MAIL && body != null ? MailAttachments.of(given, body) : given;
    }

    /** A file name as it was meant. */
    static @Nullable String decodedName(@Nullable String name) {
        return MAIL && name != null ? MailNames.decoded(name) : name;
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, MailText.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
