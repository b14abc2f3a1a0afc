package org.cameld360.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message of several parts: one row for each medium and recipient, in order.
 *
 * @param rows in the order in which they were sent
 */
public record SendReport(List<Row> rows) {

    public SendReport {
        rows = List.copyOf(rows);
    }

    /** Whether every part was accepted. */
    public boolean isComplete() {
        return rows.stream().allMatch(Row::isSent);
    }

    /** The rows as maps, in order. This is also how it reads as JSON. */
    @JsonValue
    public List<Map<String, Object>> toList() {
        return rows.stream().map(Row::toMap).toList();
    }

    /**
     * One medium to one recipient.
     *
     * @param part which medium it was, counted from 1
     * @param to the recipient, digits only
     * @param fileName the name of the medium, where it is known
     * @param type the decided media type, where the decision was reached
     * @param mediaId the id it was sent by, where it got one
     * @param messageId WhatsApp's id of the message; {@code null} where it was not sent
     * @param inDoubt whether it may have been accepted though no answer came
     * @param reason why it was not sent; {@code null} where it was
     */
    public record Row(
            int part,
            String to,
            @Nullable String fileName,
            @Nullable String type,
            @Nullable String mediaId,
            @Nullable String messageId,
            boolean inDoubt,
            @Nullable String reason) {

        /** Whether the API accepted it. */
        public boolean isSent() {
            return messageId != null;
        }

        /** The fields that are known, by name, in order. */
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("part", part);
            map.put("to", to);
            putIfKnown(map, "fileName", fileName);
            putIfKnown(map, "type", type);
            putIfKnown(map, "mediaId", mediaId);
            putIfKnown(map, "messageId", messageId);
            map.put("sent", isSent());
            map.put("inDoubt", inDoubt);
            putIfKnown(map, "reason", reason);
            return map;
        }

        private static void putIfKnown(Map<String, Object> map, String key, @Nullable String value) {
            if (value != null) {
                map.put(key, value);
            }
        }
    }
}
