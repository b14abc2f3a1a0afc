package org.cameld360.media.component;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.DefaultAttachment;
import org.cameld360.media.media.ContentTypes;
import org.jspecify.annotations.Nullable;

/**
 * A part of a mail that has no parts of its own. Only {@link MailAttachments} may name this class.
 *
 * @param name its file name, decoded, or {@code null}
 */
record MailLeaf(Part part, @Nullable String name) {

    static MailLeaf of(Part part) throws MessagingException {
        String name = MailText.decodedName(part.getFileName());
        return new MailLeaf(part, name == null || name.isBlank() ? null : name);
    }

    /** Somebody attached it, or it is no text: cameras and scanners send pictures that are not even called attachments. */
    boolean isAttached() throws MessagingException {
        boolean readable = part.isMimeType("text/*") || part.isMimeType("message/*");
        return name != null || !readable || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    /** Whether that is what the mail component made of this part: it hands the headers over as they are. */
    boolean is(Attachment attachment) throws MessagingException {
        Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Enumeration<Header> all = part.getAllHeaders(); all.hasMoreElements(); ) {
            Header header = all.nextElement();
            own.put(header.getName(), header.getValue());
        }
        if (own.isEmpty() || own.size() != attachment.getHeaderNames().size()) {
            return false;
        }
        for (Map.Entry<String, String> header : own.entrySet()) {
            List<String> values = attachment.getHeaderAsList(header.getKey());
            if (values == null || !values.contains(header.getValue())) {
                return false;
            }
        }
        return true;
    }

    Attachment toAttachment() throws MessagingException {
        Attachment attachment = new DefaultAttachment(part.getDataHandler());
        setHeader(attachment, "Content-Type", part.getContentType());
        setHeader(attachment, "Content-Disposition", part.getDisposition());
        setHeader(attachment, "Content-ID", part instanceof MimePart mime ? mime.getContentID() : null);
        return attachment;
    }

    private static void setHeader(Attachment attachment, String name, @Nullable String value) {
        if (value != null) {
            attachment.setHeader(name, value);
        }
    }

    /** What it is called where it has no name of its own. */
    String key() throws MessagingException {
        return name != null ? name : "attachment" + ContentTypes.extensionFor(part.getContentType());
    }
}
