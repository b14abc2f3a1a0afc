package org.cameld360.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message of several parts: one row for each medium and recipient, in order. It can be kept as JSON, and
 * handed back in to send what is left. It holds no key, no caption and no link.
 *
 * @param rows by part, then by recipient
 */
@SuppressWarnings("serial") // List.copyOf gives lists that can be serialized
public record SendReport(List<Row> rows) implements Serializable {

    private static final long serialVersionUID = 1L;

    public SendReport {
        rows = List.copyOf(rows);
    }

    /**
     * Reads what {@link #toMap()} gives, as it comes back from JSON.
     *
     * @throws IllegalArgumentException says which row is no row of a report, and why
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SendReport of(Map<String, ?> map) {
        return new SendReport(RowReader.rows(map.get("rows")));
    }

    /** Whether every part was accepted. */
    public boolean isComplete() {
        return rows.stream().allMatch(Row::isSent);
    }

    /** {@code complete} and {@code rows}. This is also how it reads as JSON. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("complete", isComplete());
        map.put("rows", toList());
        return map;
    }

    /** The rows as maps, in order. */
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
     * @param content by what the medium is known again: {@code sha256:} and the hash of its content, {@code link:} and the
     *     hash of the link, or {@code id:} and the media id that the route gave; {@code null} where it could not be read or
     *     was refused
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
            @Nullable String content,
            @Nullable String mediaId,
            @Nullable String messageId,
            boolean inDoubt,
            @Nullable String reason)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        /** Whether the API accepted it. */
        public boolean isSent() {
            return messageId != null;
        }

        /** The same of a medium that is known by that. */
        public Row withContent(@Nullable String newContent) {
            return new Row(part, to, fileName, type, newContent, mediaId, messageId, inDoubt, reason);
        }

        /** The fields that are known, by name, in order. */
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("part", part);
            map.put("to", to);
            putIfKnown(map, "fileName", fileName);
            putIfKnown(map, "type", type);
            putIfKnown(map, "content", content);
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
