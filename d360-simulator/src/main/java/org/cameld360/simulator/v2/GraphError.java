package org.cameld360.simulator.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.json.StrictJson;

/** Errors as Graph words them, all with status 400. */
final class GraphError {

    private GraphError() {}

    /** Code 100: the details are in the message. */
    static Answer param(String details) {
        return answer(error("(#100) " + details, "OAuthException", 100));
    }

    /** Code 100, subcode 33: there is no such object, or not for this key. */
    static Answer noObject(String message) {
        return answer(error(message, "GraphMethodException", 100).put("error_subcode", 33));
    }

    static Answer of(int code, String title, String details) {
        ObjectNode error = error("(#" + code + ") " + title, "OAuthException", code);
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        return answer(error);
    }

    private static ObjectNode error(String message, String type, int code) {
        return StrictJson.object().put("message", message).put("type", type).put("code", code);
    }

    private static Answer answer(ObjectNode error) {
        byte[] trace = new byte[17];
        ThreadLocalRandom.current().nextBytes(trace);
        error.put("fbtrace_id", "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(trace));
        ObjectNode answer = StrictJson.object();
        answer.set("error", error);
        return Answer.jsonText(400, StrictJson.writeWithEscapedSlashes(answer));
    }
}
