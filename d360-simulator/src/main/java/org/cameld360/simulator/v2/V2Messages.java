package org.cameld360.simulator.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.media.Ids;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.message.MessageBody;
import org.cameld360.simulator.message.MessageLog;
import org.cameld360.simulator.message.MessageReader;
import org.cameld360.simulator.rules.V2Rules;

/** Accepts messages. */
final class V2Messages {

    private final MessageReader reader;
    private final MessageLog log;

    V2Messages(MediaStore store, MessageLog log, Clock clock) {
        this.reader = new MessageReader(V2Rules.RULES, store, clock);
        this.log = log;
    }

    Answer send(Call call, String owner) {
        ObjectNode body = MessageBody.of(call);
        checkProduct(body);
        ReceivedMessage message = reader.read(body, owner, Ids.v2Message());
        log.add(message);
        ObjectNode answer = StrictJson.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts")
                .addObject()
                .put("input", message.to())
                .put("wa_id", message.to().replaceAll("[^0-9]", ""));
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
