package org.cameld360.media.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.component.jackson.converter.JacksonTypeConverters;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;

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
    public static JsonNode toJsonNode(UploadedMedia media, Exchange exchange) throws Exception {
        return new JacksonTypeConverters().toJsonNode(media.toMap(), exchange);
    }

    @Converter
    public static JsonNode toJsonNode(SentMessage message, Exchange exchange) throws Exception {
        return new JacksonTypeConverters().toJsonNode(message.toMap(), exchange);
    }

    /** {@code {"rows":[…]}}. */
    @Converter
    public static JsonNode toJsonNode(SendReport report, Exchange exchange) throws Exception {
        return new JacksonTypeConverters().toJsonNode(Map.of("rows", report.toList()), exchange);
    }
}
