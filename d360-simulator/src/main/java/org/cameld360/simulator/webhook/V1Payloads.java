package org.cameld360.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cameld360.simulator.DeliveryFailure;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.json.StrictJson;

/** Webhooks of the On-Premises API: no envelope. */
final class V1Payloads {

    /** The list of codes has none for media that cannot be used; this one was seen with media that could not be loaded. */
    private static final int FAILURE_CODE = 1014;

    private static final String FAILURE_TITLE = "Internal error";

    private V1Payloads() {}

    static String status(ReceivedMessage message, StatusChange change) {
        ObjectNode body = StrictJson.object();
        ObjectNode status = body.putArray("statuses")
                .addObject()
                .put("id", message.id())
                .put("recipient_id", message.to())
                .put("status", change.status().wireName())
                .put("timestamp", Payloads.timestamp(change.at()));
        DeliveryFailure failure = change.failure();
        if (failure != null) {
            status.putArray("errors")
                    .addObject()
                    .put("code", FAILURE_CODE)
                    .put("title", FAILURE_TITLE)
                    .put("details", failure.details());
        }
        return StrictJson.write(body);
    }

    static String inbound(ChatMessage message) {
        ObjectNode body = StrictJson.object();
        Payloads.contact(body, message);
        ObjectNode json = Payloads.message(body, message);
        // A voice note is a type of its own, beside audio.
        String type = message.voice() ? "voice" : message.type();
        json.put("type", type);
        StoredMedia media = message.media();
        if (media == null) {
            json.putObject("text").put("body", message.text());
        } else {
            Payloads.media(json.putObject(type), message, media);
        }
        return StrictJson.write(body);
    }
}
