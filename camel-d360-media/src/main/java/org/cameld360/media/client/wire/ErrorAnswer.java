package org.cameld360.media.client.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What an error answer says, whichever of its shapes it has:
 *
 * <ul>
 *   <li>v1, WhatsApp client: {@code {"errors":[{"code":1006,"title":"…","details":"…"}]}}
 *   <li>v1 and early v2, 360dialog's gateway: {@code {"meta":{"http_code":555,"developer_message":"…"}}}, also in camel
 *       case
 *   <li>v2, Graph: {@code {"error":{"message":"…","code":100,"error_subcode":33,"error_data":{"details":"…"},
 *       "fbtrace_id":"…"}}}
 *   <li>v2, 360dialog's gateway: {@code {"error":"…"}}, and {@code {"message":"…"}}
 * </ul>
 *
 * @param code the API's code, or {@code null}
 * @param subcode Graph's subcode, or {@code null}
 * @param words everything that it says in words, or {@code null}
 * @param traceId Graph's trace id, or {@code null}
 */
public record ErrorAnswer(
        @Nullable Integer code,
        @Nullable Integer subcode,
        @Nullable String words,
        @Nullable String traceId) {

    /** Reads the error in an answer, or {@code null} where the answer tells of none. */
    public static @Nullable ErrorAnswer in(JsonNode answer, boolean success) {
        JsonNode errors = answer.path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            return whatsAppClient(errors.get(0));
        }
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            return graph(error);
        }
        if (error.isTextual()) {
            return gateway(error);
        }
        JsonNode meta = answer.path("meta");
        JsonNode developerMessage = first(meta, "developer_message", "developerMessage");
        JsonNode verdict = meta.path("success");
        if (verdict.isBoolean() ? !verdict.booleanValue() : developerMessage.isTextual()) {
            return gateway(developerMessage);
        }
        // beside a success status, a message alone may as well tell of the success
        return !success && answer.path("message").isTextual() ? gateway(answer.path("message")) : null;
    }

    private static ErrorAnswer whatsAppClient(JsonNode error) {
        return new ErrorAnswer(
                integer(error.path("code")), null, joined(error.path("title"), error.path("details")), null);
    }

    private static ErrorAnswer graph(JsonNode error) {
        return new ErrorAnswer(
                integer(error.path("code")),
                integer(error.path("error_subcode")),
                joined(error.path("message"), error.path("error_data").path("details")),
                error.path("fbtrace_id").isTextual() ? error.path("fbtrace_id").textValue() : null);
    }

    private static ErrorAnswer gateway(JsonNode words) {
        return new ErrorAnswer(null, null, joined(words, words), null);
    }

    private static JsonNode first(JsonNode object, String name, String otherName) {
        return object.has(name) ? object.path(name) : object.path(otherName);
    }

    private static @Nullable Integer integer(JsonNode node) {
        if (node.canConvertToInt() && node.isIntegralNumber()) {
            return node.intValue();
        }
        return node.isTextual() && node.textValue().matches("[0-9]{1,9}") ? Integer.valueOf(node.textValue()) : null;
    }

    private static @Nullable String joined(JsonNode one, JsonNode other) {
        String first = one.isTextual() ? one.textValue() : "";
        String second = other.isTextual() ? other.textValue() : "";
        if (first.isEmpty() && second.isEmpty()) {
            return null;
        }
        return second.isEmpty() || second.equals(first) ? first : first.isEmpty() ? second : first + ": " + second;
    }
}
