package org.cameld360.simulator.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.delivery.Outbox;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.limit.Limiter;
import org.cameld360.simulator.media.Ids;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.message.MessageBody;
import org.cameld360.simulator.message.MessageReader;
import org.cameld360.simulator.rules.V1Rules;

/** Accepts messages. */
final class V1Messages {

    private final MessageReader reader;
    private final Limiter limiter;
    private final Outbox outbox;

    V1Messages(MediaStore store, Limiter limiter, Outbox outbox, Clock clock) {
        this.reader = new MessageReader(V1Rules.RULES, store, clock);
        this.limiter = limiter;
        this.outbox = outbox;
    }

    Answer send(Call call, String owner) {
        limiter.v1Message(owner);
        limiter.v1Volume();
        ReceivedMessage message = reader.read(MessageBody.of(call), owner, Ids.v1Message());
        outbox.accept(owner, message, call.lateFailure());
        ObjectNode answer = StrictJson.object();
        answer.putArray("messages").addObject().put("id", message.id());
        answer.set("meta", V1Meta.meta());
        return Answer.json(201, answer);
    }
}
