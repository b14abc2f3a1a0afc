package org.cameld360.simulator.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.Call;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.call.Trouble;
import org.cameld360.simulator.json.StrictJson;

/**
 * Refusals in the two families of v2: 360dialog's gateway, where {@code error} is a string, and Graph, where it is an object. Which Graph code
 * answers a given mistake is documented for few of them; the others have the code whose text fits best.
 */
final class V2Errors {

    /** Graph's texts either are the details, or name the code and have the details beside. */
    private record Code(int code, String title) {}

    private static final Code INVALID = new Code(100, "");
    private static final Code WRONG = new Code(131009, "Parameter value is not valid");
    private static final Code MISSING = new Code(131008, "Required parameter is missing");
    private static final Code UNSUPPORTED_TYPE = new Code(131051, "Unsupported message type");
    private static final Code UNUSABLE_MEDIA = new Code(131053, "Media upload error");

    private static final Map<Rule, Code> CODES = codes();

    private V2Errors() {}

    static Answer answer(Call call, RefusedException refusal) {
        return switch (refusal.rule()) {
            // The shape of the newest OpenAPI document; the live one may still be the older {"meta":…}.
            case KEY_MISSING, KEY_WRONG -> gateway(401, "Invalid API key");
            case PATH_BLOCKED -> gateway(403, refusal.details());
            case MEDIA_ID_NOT_NUMERIC, USER_AGENT_MISSING -> gateway(400, refusal.details());
            case DOWNLOAD_URL_WRONG, DOWNLOAD_URL_EXPIRED -> gateway(404, refusal.details());
            // 360dialog's own limit comes as 400 with a text; of the gateway's shapes this is the older one.
            case UPLOAD_RATE_LIMIT -> Trouble.meta(400, refusal.details());
            case GET_BLOCKED -> gateway(429, refusal.details());
            case STORAGE_UNUSABLE -> trouble(500);
            case MEDIA_NOT_FOUND -> GraphError.noObject(refusal.details());
            default -> graph(call, CODES.getOrDefault(refusal.rule(), WRONG), refusal.details());
        };
    }

    /** The gateway's string, but for what Meta's servers say themselves. */
    static Answer trouble(int status) {
        if (Trouble.isPage(status)) {
            return Trouble.page(status);
        }
        return switch (status) {
            case 400 ->
                GraphError.of(130429, "Rate limit hit", "Message failed to send because there were too many messages");
            case 429 -> gateway(429, "endpoint disabled");
            case 555 -> Trouble.meta(555, "Internal server error");
            default -> gateway(status, "Internal server error");
        };
    }

    private static Answer gateway(int status, String message) {
        ObjectNode answer = StrictJson.object().put("error", message);
        return Answer.json(status, answer);
    }

    private static Answer graph(Call call, Code code, String details) {
        boolean upload = call.path().equals("/media");
        return upload || code.equals(INVALID)
                ? GraphError.param(details)
                : GraphError.of(code.code(), code.title(), details);
    }

    private static Map<Rule, Code> codes() {
        Map<Rule, Code> codes = new EnumMap<>(Rule.class);
        codes.put(Rule.MESSAGING_PRODUCT_MISSING, INVALID);
        codes.put(Rule.MESSAGING_PRODUCT_WRONG, INVALID);
        codes.put(Rule.JSON_MALFORMED, INVALID);
        codes.put(Rule.JSON_TYPE_MISSING, INVALID);
        codes.put(Rule.PARAMETER_UNKNOWN, INVALID);
        codes.put(Rule.LINK_WRONG, INVALID);
        codes.put(Rule.MEDIA_ID_UNKNOWN, INVALID);
        codes.put(Rule.RECIPIENT_MISSING, MISSING);
        codes.put(Rule.TYPE_MISSING, MISSING);
        codes.put(Rule.OBJECT_MISSING, MISSING);
        codes.put(Rule.TEXT_MISSING, MISSING);
        codes.put(Rule.NEITHER_ID_NOR_LINK, MISSING);
        codes.put(Rule.TYPE_UNKNOWN, UNSUPPORTED_TYPE);
        codes.put(Rule.VOICE_NOT_OPUS, UNUSABLE_MEDIA);
        codes.put(Rule.MEDIA_CLASS_WRONG, UNUSABLE_MEDIA);
        codes.put(Rule.MEDIA_TOO_LARGE, UNUSABLE_MEDIA);
        codes.put(Rule.THROUGHPUT_LIMIT, new Code(130429, "Rate limit hit"));
        codes.put(Rule.PAIR_LIMIT, new Code(131056, "(Business Account, Consumer Account) pair rate limit hit"));
        return codes;
    }
}
