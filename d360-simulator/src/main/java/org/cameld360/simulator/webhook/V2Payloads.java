package org.cameld360.simulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.cameld360.simulator.DeliveryFailure;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.media.WebP;

/** Webhooks of the Cloud API, in Meta's envelope. */
final class V2Payloads {

    private static final String ERRORS = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    private V2Payloads() {}

    static String status(String owner, ReceivedMessage message, StatusChange change) {
        ObjectNode body = StrictJson.object();
        ObjectNode status = value(body, owner)
                .putArray("statuses")
                .addObject()
                .put("id", message.id())
                .put("status", change.status().wireName())
                .put("timestamp", Payloads.timestamp(change.at()))
                .put("recipient_id", message.to().replaceAll("[^0-9]", ""));
        if (message.callbackData() != null) {
            status.put("biz_opaque_callback_data", message.callbackData());
        }
        DeliveryFailure failure = change.failure();
        if (failure != null) {
            ObjectNode error = status.putArray("errors")
                    .addObject()
                    .put("code", failure.code())
                    .put("title", failure.title())
                    .put("message", failure.title());
            error.putObject("error_data").put("details", failure.details());
            error.put("href", ERRORS);
        }
        return StrictJson.writeWithEscapedSlashes(body);
    }

    /** @param urls makes the address of media from its id */
    static String inbound(String owner, ChatMessage message, UnaryOperator<String> urls) {
        ObjectNode body = StrictJson.object();
        ObjectNode value = value(body, owner);
        Payloads.contact(value, message);
        ObjectNode json = Payloads.message(value, message);
        json.put("type", message.type());
        StoredMedia media = message.media();
        if (media == null) {
            json.putObject("text").put("body", message.text());
        } else {
            ObjectNode object = Payloads.media(json.putObject(message.type()), message, media);
            if (message.type().equals("audio")) {
                object.put("voice", message.voice());
            }
            if (message.type().equals("sticker")) {
                object.put("animated", WebP.isAnimated(media.file()));
            }
            object.put("url", urls.apply(media.id()));
        }
        return StrictJson.writeWithEscapedSlashes(body);
    }

    private static ObjectNode value(ObjectNode body, String owner) {
        Business business = Business.of(owner);
        body.put("object", "whatsapp_business_account");
        ObjectNode entry = body.putArray("entry").addObject().put("id", business.accountId());
        ObjectNode change = entry.putArray("changes").addObject();
        ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", business.number())
                .put("phone_number_id", business.phoneNumberId());
        change.put("field", "messages");
        return value;
    }
}
