package org.cameld360.media.component;

import org.jspecify.annotations.Nullable;

/** Finds the text of a mail in a body, whether it is a mail as Camel's mail component leaves it, or the text alone. */
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

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, MailText.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
