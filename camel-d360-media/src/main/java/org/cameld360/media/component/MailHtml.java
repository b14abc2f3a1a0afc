package org.cameld360.media.component;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the HTML of a mail, up to a bound. Only {@link MailText} may name this class: the mail API need not be there. */
final class MailHtml {

    private static final Logger LOG = LoggerFactory.getLogger(MailHtml.class);

    /** A newsletter has some 100 kB. */
    private static final int MOST_BYTES = 2_000_000;

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;

    private int bytesLeft = MOST_BYTES;
    private int partsLeft = MOST_PARTS;

    private MailHtml() {}

    static ShownImages in(Object body) {
        try {
            if (body instanceof Multipart parts) {
                return new MailHtml().of(parts, 0);
            }
            return body instanceof Part part ? new MailHtml().of(part, 0) : ShownImages.UNKNOWN;
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.debug("The text of the mail can't be read ({})", e.getClass().getSimpleName());
            return ShownImages.UNKNOWN;
        }
    }

    private ShownImages of(Multipart parts, int depth) throws MessagingException, IOException {
        ShownImages shown = ShownImages.NONE;
        for (int i = 0; i < parts.getCount(); i++) {
            if (--partsLeft < 0 || depth > DEEPEST) {
                return shown.andPerhapsMore();
            }
            BodyPart part = parts.getBodyPart(i);
            shown = shown.and(of(part, depth + 1));
        }
        return shown;
    }

    private ShownImages of(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            return part.getContent() instanceof Multipart parts ? of(parts, depth) : ShownImages.UNKNOWN;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        return part.isMimeType("text/html") && !attached ? read(part) : ShownImages.NONE;
    }

    /** References are ASCII, whatever the character set of the text. */
    private ShownImages read(Part html) throws MessagingException, IOException {
        try (InputStream stream = html.getInputStream()) {
            byte[] bytes = stream.readNBytes(bytesLeft);
            bytesLeft -= bytes.length;
            boolean whole = stream.read() < 0;
            ShownImages shown = ShownImages.in(new String(bytes, StandardCharsets.ISO_8859_1));
            return new ShownImages(shown.ids(), whole);
        }
    }
}
