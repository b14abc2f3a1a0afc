package org.cameld360.simulator.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.json.StrictJson;
import org.cameld360.simulator.media.ContentType;

/** The JSON of a call to {@code messages}. */
public final class MessageBody {

    /** Many times what the longest message needs. */
    private static final int MAX_SIZE = 1_000_000;

    private MessageBody() {}

    public static ObjectNode of(Call call) {
        boolean declared = call.header("Content-Type")
                .flatMap(ContentType::parse)
                .filter(type -> type.base().equals("application/json"))
                .isPresent();
        if (!declared) {
            throw new RefusedException(Rule.JSON_TYPE_MISSING, "The Content-Type must be application/json");
        }
        if (call.body().size() > MAX_SIZE) {
            throw new RefusedException(Rule.JSON_MALFORMED, "The body must be at most " + MAX_SIZE + " bytes of JSON");
        }
        return StrictJson.readObject(call.body().bytes())
                .orElseThrow(() ->
                        new RefusedException(Rule.JSON_MALFORMED, "The body must be one well-formed JSON object"));
    }
}
