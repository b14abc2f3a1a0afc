package org.cameld360.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the API accepted. Accepted is not delivered: delivery is reported by webhook. Reads as its message id
 * where a route wants a {@code String}.
 *
 * @param messageId WhatsApp's id of the message
 * @param to the recipient, digits only
 * @param type {@code image}, {@code video}, {@code audio}, {@code document} or {@code sticker}
 * @param mediaId the id it was sent by, or {@code null} where it was sent by a link
 * @param fileName the name of the medium, where it is known
 * @param inDoubt whether it is unknown that the API accepted it; {@code false} on every message handed to a route
 */
public record SentMessage(
        String messageId,
        String to,
        String type,
        @Nullable String mediaId,
        @Nullable String fileName,
        boolean inDoubt) {

    /** The fields that are known, by name, in order. This is also how it reads as JSON. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("messageId", messageId);
        map.put("to", to);
        map.put("type", type);
        if (mediaId != null) {
            map.put("mediaId", mediaId);
        }
        if (fileName != null) {
            map.put("fileName", fileName);
        }
        map.put("inDoubt", inDoubt);
        return map;
    }
}
