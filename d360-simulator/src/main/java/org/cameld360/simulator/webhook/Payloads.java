package org.cameld360.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.conversation.ChatMessage;

/** What the webhooks of both generations have in common. */
final class Payloads {

    /** Everybody on WhatsApp has a name. */
    private static final String NAMELESS = "A Person";

    private Payloads() {}

    /** Seconds, as a string. */
    static String timestamp(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    static void contact(ObjectNode body, ChatMessage message) {
        ObjectNode contact = body.putArray("contacts").addObject();
        contact.putObject("profile").put("name", message.name() == null ? NAMELESS : message.name());
        contact.put("wa_id", message.person());
    }

    /** The message, without its type and what the type names. */
    static ObjectNode message(ObjectNode body, ChatMessage message) {
        ObjectNode json = body.putArray("messages").addObject().put("from", message.person());
        if (message.replyTo() != null) {
            json.putObject("context").put("id", message.replyTo());
        }
        return json.put("id", message.id()).put("timestamp", timestamp(message.at()));
    }

    /** The digest is Base64 here, and hex where the media is described. */
    static ObjectNode media(ObjectNode json, ChatMessage message, StoredMedia media) {
        if (message.text() != null) {
            json.put("caption", message.text());
        }
        if (message.fileName() != null) {
            json.put("filename", message.fileName());
        }
        byte[] digest = HexFormat.of().parseHex(media.sha256());
        return json.put("mime_type", media.contentType())
                .put("sha256", Base64.getEncoder().encodeToString(digest))
                .put("id", media.id());
    }
}
