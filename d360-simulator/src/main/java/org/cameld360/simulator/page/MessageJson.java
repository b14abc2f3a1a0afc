package org.cameld360.simulator.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.cameld360.simulator.DeliveryFailure;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.json.StrictJson;

/** A message as the page gets it. */
final class MessageJson {

    private MessageJson() {}

    static ObjectNode of(ChatMessage message) {
        ObjectNode json = StrictJson.object()
                .put("number", message.number())
                .put("order", message.order())
                .put("id", message.id())
                .put("person", message.person())
                .put("name", message.name())
                .put("inbound", message.inbound())
                .put("apiVersion", message.apiVersion().name().toLowerCase(Locale.ROOT))
                .put("type", message.type())
                .put("voice", message.voice())
                .put("text", message.text())
                .put("link", message.link())
                .put("fileName", message.fileName())
                .put("replyTo", message.replyTo())
                .put("at", message.at().toString());
        StoredMedia media = message.media();
        if (media == null) {
            json.putNull("media");
        } else {
            json.set("media", media(media));
        }
        statuses(json, message.statuses());
        return json;
    }

    private static ObjectNode media(StoredMedia media) {
        return StrictJson.object()
                .put("id", media.id())
                .put("url", PagePaths.PREFIX + "media/" + media.id())
                .put("contentType", media.contentType())
                .put("show", SafeType.of(media.contentType()).show())
                .put("fileName", media.fileName())
                .put("size", media.size())
                .put("sha256", media.sha256());
    }

    private static void statuses(ObjectNode json, List<StatusChange> statuses) {
        StatusChange last = statuses.isEmpty() ? null : statuses.get(statuses.size() - 1);
        json.put("status", last == null ? "accepted" : last.status().wireName());
        ArrayNode all = json.putArray("statuses");
        statuses.forEach(change -> all.addObject()
                .put("status", change.status().wireName())
                .put("at", change.at().toString()));
        DeliveryFailure failure = last == null ? null : last.failure();
        if (failure == null) {
            json.putNull("error");
        } else {
            json.putObject("error")
                    .put("code", failure.code())
                    .put("title", failure.title())
                    .put("details", failure.details());
        }
    }
}
