package org.cameld360.media.component;

import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier operation wrote into the headers of the same exchange. As long as the body is what it left, the headers
 * describe it. When the route has put other media into the body since, they don't, and must not give it the id, the name
 * or the type of its predecessor.
 *
 * @param headers what it wrote
 * @param body the body that it left
 */
record LeftBehind(Map<String, Object> headers, @Nullable Object body) {

    private static final String PROPERTY = "CamelD360MediaLeftBehind";

    /** Writes the headers and remembers them. */
    static void write(Exchange exchange, Map<String, Object> headers) {
        Message message = exchange.getMessage();
        message.getHeaders().putAll(headers);
        exchange.setProperty(PROPERTY, new LeftBehind(headers, message.getBody()));
    }

    /** Whether that header still has the value that an earlier operation gave it, and the body is other media by now. */
    static boolean isStale(Exchange exchange, String header) {
        LeftBehind left = exchange.getProperty(PROPERTY, LeftBehind.class);
        return left != null
                && Objects.equals(
                        left.headers.get(header), exchange.getMessage().getHeader(header))
                && left.isOtherMedia(exchange.getMessage().getBody());
    }

    private boolean isOtherMedia(@Nullable Object now) {
        boolean result = now instanceof UploadedMedia || now instanceof SentMessage || now instanceof SendReport;
        boolean asText = now instanceof String text && (text.isBlank() || headers.containsValue(text));
        return now != null && now != body && !result && !asText;
    }
}
