package org.cameld360.simulator.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.delivery.Outbox;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.Ids;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.message.MessageBody;
import org.cameld360.simulator.message.MessageReader;
import org.cameld360.simulator.rules.V2Rules;

/** Accepts messages. */
final class V2Messages {

    private final MessageReader reader;
    private final Limiter limiter;
    private final Outbox outbox;

    V2Messages(MediaStore store, Limiter limiter, Outbox outbox, Clock clock) {
        this.reader = new MessageReader(V2Rules.RULES, store, clock);
        this.limiter = limiter;
        this.outbox = outbox;
    }

    Answer send(Call call, String owner) {
        limiter.v2Message(owner);
        ObjectNode body = MessageBody.of(call);
        checkProduct(body);
        ReceivedMessage message = reader.read(body, owner, Ids.v2Message());
        String waId = message.to().replaceAll("[^0-9]", "");
        limiter.v2Pair(owner, waId);
        outbox.accept(owner, message, call.lateFailure());
        ObjectNode answer = StrictJson.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts").addObject().put("input", message.to()).put("wa_id", waId);
        answer.putArray("messages").addObject().put("id", message.id());
        return Answer.json(200, answer);
    }

    private static void checkProduct(ObjectNode body) {
        JsonNode product = body.get("messaging_product");
        if (product == null) {
            throw new RefusedException(Rule.MESSAGING_PRODUCT_MISSING, "The parameter messaging_product is required.");
        }
        if (!product.isTextual() || !product.textValue().equals("whatsapp")) {
            throw new RefusedException(
                    Rule.MESSAGING_PRODUCT_WRONG, "Param messaging_product must be one of {\"WHATSAPP\"}");
        }
    }
}
