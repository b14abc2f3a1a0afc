package org.cameld360.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cameld360.media.SendReport.Row;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a report that was kept somewhere. What stands in them may come from anywhere. */
final class RowReader {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{6,14}");
    private static final Pattern FLAG = Pattern.compile("(?i)true|false");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\x21-\\x7E]{1,500}");

    private final Map<?, ?> fields;
    private final int row;

    private RowReader(Map<?, ?> fields, int row) {
        this.fields = fields;
        this.row = row;
    }

    /** @throws IllegalArgumentException says what is wrong */
    static List<Row> rows(@Nullable Object rows) {
        if (!(rows instanceof Iterable<?> each)) {
            throw new IllegalArgumentException("it has no rows");
        }
        List<Row> read = new ArrayList<>();
        for (Object row : each) {
            if (!(row instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException("row " + (read.size() + 1) + " is none");
            }
            read.add(new RowReader(fields, read.size() + 1).read());
        }
        return read;
    }

    private Row read() {
        String messageId = identifier("messageId");
        if (messageId == null && flag("sent")) {
            // were it read as not sent, it would be sent twice
            throw wrong("messageId");
        }
        return new Row(
                Integer.parseInt(required("part", NUMBER)),
                required("to", DIGITS),
                text("fileName"),
                text("type"),
                identifier("content"),
                identifier("mediaId"),
                messageId,
                flag("inDoubt"),
                text("reason"));
    }

    private String required(String field, Pattern pattern) {
        String text = text(field);
        if (text == null || !pattern.matcher(text).matches()) {
            throw wrong(field);
        }
        return text;
    }

    private @Nullable String identifier(String field) {
        return fields.get(field) == null ? null : required(field, IDENTIFIER);
    }

    private boolean flag(String field) {
        return fields.get(field) != null && Boolean.parseBoolean(required(field, FLAG));
    }

    private @Nullable String text(String field) {
        Object value = fields.get(field);
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value == null ? null : value.toString();
        }
        throw wrong(field);
    }

    private IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException("row " + row + " has no " + field + ", or one that can't be right");
    }
}
