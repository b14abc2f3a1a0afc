package org.cameld360.media.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.media.Rejections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attachments of a message that somebody attached.
 *
 * @param all in order
 * @param leftOut those that belong to the text or seal it, and why, each in words
 */
record AttachmentsOfSender(Map<String, Attachment> all, List<String> leftOut) {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentsOfSender.class);

    /** @param everything whether nothing is left out */
    static AttachmentsOfSender of(Exchange exchange, boolean everything) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        Map<String, Attachment> mapped = message == null ? null : message.getAttachmentObjects();
        Map<String, Attachment> given = MailText.attachments(
                mapped == null ? Map.of() : mapped, exchange.getMessage().getBody());
        if (everything) {
            return new AttachmentsOfSender(given, List.of());
        }
        Supplier<ShownImages> text = text(exchange);
        Map<String, Attachment> kept = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        given.forEach((key, attachment) -> {
            String why = MailPart.of(key, attachment).whyLeftOut(text);
            if (why == null) {
                kept.put(key, attachment);
            } else {
                leftOut.add("'" + Rejections.shown(key) + "' (" + why + ")");
            }
        });
        if (!leftOut.isEmpty()) {
            LOG.debug("Left out of the message: {}", leftOut);
        }
        return new AttachmentsOfSender(kept, leftOut);
    }

    /** Read once, and only where it is asked for. */
    private static Supplier<ShownImages> text(Exchange exchange) {
        List<ShownImages> read = new ArrayList<>(1);
        return () -> {
            if (read.isEmpty()) {
                read.add(MailText.in(exchange.getMessage().getBody()));
            }
            return read.get(0);
        };
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Why there is nothing, where nothing else may go. */
    MediaRejectedException nothingToSend() {
        String besides = leftOut.isEmpty()
                ? ""
                : " besides " + String.join(", ", leftOut) + ", which only inlineAttachments=true sends";
        return Rejections.of(
                "empty",
                "Refused: the message has no attachments" + besides + ", and attachments=only takes nothing else."
                        + " Attach what is to be sent, or use attachments=auto.",
                null);
    }
}
