package org.cameld360.media.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.jspecify.annotations.Nullable;

/**
 * What earlier operations wrote into the headers of the same exchange. As long as the body is what they left, the headers
 * describe it. When the route has put other media into the body since, they don't, and must not give it the id, the name
 * or the type of its predecessor.
 *
 * @param headers what they wrote, and nobody has changed since
 * @param body the body that the last one left
 * @param content the content that the headers describe, or {@code null} where it is not known
 */
record LeftBehind(
        Map<String, Object> headers,
        @Nullable Object body,
        @Nullable Content content) {

    private static final String PROPERTY = "CamelD360MediaLeftBehind";

    /**
     * @param size in bytes
     * @param sha256 hex
     */
    record Content(long size, String sha256) {}

    /** Whether the header is there, and no operation has put it there. */
    static boolean isSetByRoute(Exchange exchange, String header) {
        LeftBehind left = in(exchange);
        Object value = exchange.getMessage().getHeader(header);
        return value != null && (left == null || !left.wrote(header, exchange.getMessage()));
    }

    static @Nullable LeftBehind in(Exchange exchange) {
        return exchange.getProperty(PROPERTY, LeftBehind.class);
    }

    /** Writes the headers and remembers them, together with those of earlier operations that still stand. */
    static void write(Exchange exchange, Map<String, Object> headers, @Nullable Content content) {
        Message message = exchange.getMessage();
        Map<String, Object> remembered = new HashMap<>();
        LeftBehind before = in(exchange);
        if (before != null) {
            before.headers.forEach((name, value) -> {
                if (before.wrote(name, message)) {
                    remembered.put(name, value);
                }
            });
        }
        remembered.putAll(headers);
        message.getHeaders().putAll(headers);
        Content known = content != null || before == null ? content : before.content;
        exchange.setProperty(PROPERTY, new LeftBehind(remembered, message.getBody(), known));
    }

    /** Whether that header still has the value that an operation gave it. */
    boolean wrote(String header, Message message) {
        return headers.containsKey(header) && Objects.equals(headers.get(header), message.getHeader(header));
    }

    /** Whether the body can be other media than the one that the headers describe. Its content may still be the same. */
    boolean mayBeOtherMedia(@Nullable Object now) {
        boolean result = now instanceof UploadedMedia || now instanceof SentMessage || now instanceof SendReport;
        boolean noMedia = now instanceof Map
                || now instanceof Collection
                || now instanceof Number
                || now instanceof Boolean
                || now instanceof JsonNode;
        boolean asText = now instanceof String text && (text.isBlank() || headers.containsValue(text));
        return now != null && now != body && !result && !noMedia && !asText;
    }
}
