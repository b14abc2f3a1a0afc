package org.cameld360.simulator.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.cameld360.simulator.call.Answer;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.call.Trouble;
import org.cameld360.simulator.json.StrictJson;

/**
 * Refusals in the two families of v1: those of the WhatsApp client, by its list of codes, and those of 360dialog's gateway. The codes are
 * documented; which of them answers a given mistake mostly is not, so each rule has the one whose title fits best.
 */
final class V1Errors {

    private record ClientError(int status, int code, String title) {}

    private static final ClientError WRONG = new ClientError(400, 1009, "Parameter value is not valid");
    private static final ClientError MISSING = new ClientError(400, 1008, "Required parameter is missing");
    private static final ClientError NOT_REQUIRED = new ClientError(400, 1010, "Parameter is not required");
    private static final ClientError BAD_REQUEST = new ClientError(400, 1025, "Invalid request");

    private static final ClientError TOO_MANY = new ClientError(429, 1015, "Too many requests");
    private static final Map<Rule, ClientError> CLIENT_ERRORS = clientErrors();

    private V1Errors() {}

    static Answer answer(RefusedException refusal) {
        return switch (refusal.rule()) {
            // The body of a 401 says 404: 360dialog's list of API error messages.
            case KEY_MISSING, KEY_WRONG -> gateway(401, 404, "Invalid api_key or token expired");
            case PATH_BLOCKED -> gateway(403, 403, refusal.details());
            case MEDIA_NOT_FOUND -> Answer.empty(404);
            case WEBHOOK_WRONG -> webhook(refusal.details());
            case STORAGE_UNUSABLE -> trouble(500);
            default -> client(CLIENT_ERRORS.getOrDefault(refusal.rule(), WRONG), refusal.details());
        };
    }

    /** 555 goes with the gateway's other spelling; both are in 360dialog's own documents. */
    static Answer trouble(int status) {
        if (Trouble.isPage(status)) {
            return Trouble.page(status);
        }
        return switch (status) {
            case 429 -> client(TOO_MANY, "Too many requests");
            case 555 -> Trouble.meta(555, "Internal server error");
            case 400 -> gateway(400, 400, "You have exceeded the limit of 1 request every 1 seconds. Try again later.");
            default -> gateway(status, status, "Internal server error");
        };
    }

    private static Answer gateway(int status, int statusInBody, String message) {
        ObjectNode answer = StrictJson.object();
        answer.putObject("meta")
                .put("httpCode", statusInBody)
                .put("developerMessage", message)
                .put("success", false);
        return Answer.json(status, answer);
    }

    private static Answer webhook(String details) {
        ObjectNode answer = StrictJson.object();
        answer.putObject("meta")
                .put("success", false)
                .put("http_code", 400)
                .put("developer_message", "The webhook cannot be set")
                .putArray("details")
                .add(details);
        return Answer.json(400, answer);
    }

    private static Answer client(ClientError error, String details) {
        ObjectNode answer = StrictJson.object();
        answer.putArray("errors")
                .addObject()
                .put("code", error.code())
                .put("title", error.title())
                .put("details", details);
        answer.set("meta", V1Meta.meta());
        return Answer.json(error.status(), answer);
    }

    private static Map<Rule, ClientError> clientErrors() {
        Map<Rule, ClientError> errors = new EnumMap<>(Rule.class);
        errors.put(Rule.UPLOAD_TYPE_MISSING, MISSING);
        errors.put(Rule.UPLOAD_EMPTY, MISSING);
        errors.put(Rule.RECIPIENT_MISSING, MISSING);
        errors.put(Rule.TYPE_MISSING, MISSING);
        errors.put(Rule.OBJECT_MISSING, MISSING);
        errors.put(Rule.TEXT_MISSING, MISSING);
        errors.put(Rule.NEITHER_ID_NOR_LINK, MISSING);
        errors.put(Rule.ID_AND_LINK, NOT_REQUIRED);
        errors.put(Rule.PARAMETER_UNKNOWN, NOT_REQUIRED);
        errors.put(Rule.CAPTION_NOT_ALLOWED, NOT_REQUIRED);
        errors.put(Rule.FILENAME_NOT_ALLOWED, NOT_REQUIRED);
        errors.put(Rule.VOICE_NOT_ALLOWED, NOT_REQUIRED);
        errors.put(Rule.JSON_MALFORMED, BAD_REQUEST);
        errors.put(Rule.JSON_TYPE_MISSING, BAD_REQUEST);
        errors.put(Rule.RECIPIENT_TYPE_WRONG, new ClientError(400, 1002, "Invalid recipient type"));
        errors.put(Rule.RECIPIENT_WRONG, new ClientError(400, 1013, "User is not valid"));
        errors.put(Rule.MEDIA_ID_UNKNOWN, new ClientError(404, 1006, "Resource not found"));
        errors.put(Rule.RATE_LIMIT, TOO_MANY);
        errors.put(Rule.MEDIA_VOLUME_FULL, new ClientError(500, 1014, "Internal error"));
        return errors;
    }
}
