package org.cameld360.media.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.component.jackson.converter.JacksonTypeConverters;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.jspecify.annotations.Nullable;

/** How results read as text, as a map and as JSON. JSON goes through the ObjectMapper that Camel Jackson finds. */
@Converter(generateLoader = true)
public final class D360MediaConverters {

    private D360MediaConverters() {}

    /** The media id. */
    @Converter
    public static String toString(UploadedMedia media) {
        return media.id();
    }

    /** The message id. */
    @Converter
    public static String toString(SentMessage message) {
        return message.messageId();
    }

    @Converter
    public static Map<String, Object> toMap(UploadedMedia media) {
        return media.toMap();
    }

    @Converter
    public static Map<String, Object> toMap(SentMessage message) {
        return message.toMap();
    }

    @Converter
    public static JsonNode toJsonNode(UploadedMedia media, @Nullable Exchange exchange) throws Exception {
        return json(media.toMap(), exchange);
    }

    @Converter
    public static JsonNode toJsonNode(SentMessage message, @Nullable Exchange exchange) throws Exception {
        return json(message.toMap(), exchange);
    }

    /** {@code {"rows":[…]}}. */
    @Converter
    public static JsonNode toJsonNode(SendReport report, @Nullable Exchange exchange) throws Exception {
        return json(Map.of("rows", report.toList()), exchange);
    }

    private static JsonNode json(Map<String, ?> fields, @Nullable Exchange exchange) throws Exception {
        return exchange == null
                ? new ObjectMapper().valueToTree(fields)
                : new JacksonTypeConverters().toJsonNode(fields, exchange);
    }
}
