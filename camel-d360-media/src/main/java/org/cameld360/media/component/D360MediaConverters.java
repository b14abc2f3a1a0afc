package org.cameld360.media.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.component.jackson.converter.JacksonTypeConverters;
import org.cameld360.media.PartsFailedException;
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

    /** JSON, as it is kept to send the rest later. */
    @Converter
    public static String toString(SendReport report, @Nullable Exchange exchange) throws Exception {
        return toJsonNode(report, exchange).toString();
    }

    /** What it reads as, in UTF-8. */
    @Converter
    public static InputStream toInputStream(UploadedMedia media) {
        return stream(toString(media));
    }

    /** What it reads as, in UTF-8. */
    @Converter
    public static InputStream toInputStream(SentMessage message) {
        return stream(toString(message));
    }

    /** What it reads as, in UTF-8. */
    @Converter
    public static InputStream toInputStream(SendReport report, @Nullable Exchange exchange) throws Exception {
        return stream(toString(report, exchange));
    }

    /** What it reads as, in UTF-8. */
    @Converter
    public static byte[] toBytes(UploadedMedia media) {
        return bytes(toString(media));
    }

    /** What it reads as, in UTF-8. */
    @Converter
    public static byte[] toBytes(SentMessage message) {
        return bytes(toString(message));
    }

    /** What it reads as, in UTF-8. */
    @Converter
    public static byte[] toBytes(SendReport report, @Nullable Exchange exchange) throws Exception {
        return bytes(toString(report, exchange));
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
    public static Map<String, Object> toMap(SendReport report) {
        return report.toMap();
    }

    @Converter
    public static JsonNode toJsonNode(UploadedMedia media, @Nullable Exchange exchange) throws Exception {
        return json(media.toMap(), exchange);
    }

    @Converter
    public static JsonNode toJsonNode(SentMessage message, @Nullable Exchange exchange) throws Exception {
        return json(message.toMap(), exchange);
    }

    @Converter
    public static JsonNode toJsonNode(SendReport report, @Nullable Exchange exchange) throws Exception {
        return json(report.toMap(), exchange);
    }

    @Converter
    public static SendReport toSendReport(String json) {
        return ReportReader.of(json);
    }

    @Converter
    public static SendReport toSendReport(InputStream json) throws IOException {
        return ReportReader.of(json);
    }

    @Converter
    public static SendReport toSendReport(byte[] json) throws IOException {
        return ReportReader.of(new ByteArrayInputStream(json));
    }

    @Converter
    public static SendReport toSendReport(Map<?, ?> map) {
        return ReportReader.of(map);
    }

    @Converter
    public static SendReport toSendReport(JsonNode json) {
        return ReportReader.of(json);
    }

    @Converter
    public static SendReport toSendReport(PartsFailedException failure) {
        return failure.getReport();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, ?> fields, @Nullable Exchange exchange) throws Exception {
        return exchange == null
                ? new ObjectMapper().valueToTree(fields)
                : new JacksonTypeConverters().toJsonNode(fields, exchange);
    }
}
