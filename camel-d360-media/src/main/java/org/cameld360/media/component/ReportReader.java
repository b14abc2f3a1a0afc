package org.cameld360.media.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Reads a report from whatever it was kept in. */
final class ReportReader {

    /** A report has some 400 bytes for each row, and a message rarely more than 10,000 recipients. */
    private static final int MOST_BYTES = 64_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReportReader() {}

    /** @throws IllegalArgumentException where it is none, in words that stand behind a colon */
    static SendReport of(Map<?, ?> map) {
        return SendReport.of(MAPPER.convertValue(map, new TypeReference<Map<String, Object>>() {}));
    }

    static SendReport of(String json) {
        try {
            return of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalArgumentException(said(e), e);
        }
    }

    static SendReport of(InputStream json) throws IOException {
        byte[] bytes = json.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("it is larger than " + Rejections.size(MOST_BYTES));
        }
        return of(MAPPER.readTree(bytes));
    }

    static SendReport of(@Nullable JsonNode json) {
        if (json == null || !json.isObject()) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        return of(MAPPER.convertValue(json, Map.class));
    }

    /** Camel wraps exceptions of routes that call routes. */
    static SendReport of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (cause instanceof PartsFailedException parts) {
                return parts.getReport();
            }
            cause = cause.getCause();
        }
        throw new IllegalArgumentException("the exception " + failure.getClass().getName() + " holds no report");
    }

    /** Any of them, or what Camel can make a stream of, such as a file. */
    static SendReport of(Object value, Exchange exchange) throws IOException {
        if (value instanceof SendReport report) {
            return report;
        }
        if (value instanceof Throwable failure) {
            return of(failure);
        }
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof JsonNode json) {
            return of(json);
        }
        if (value instanceof String json) {
            return of(json);
        }
        if (value instanceof StreamCache cache) {
            cache.reset();
        }
        InputStream stream = exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, value);
        if (stream == null) {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " can't be read as one");
        }
        try (stream) {
            return of(stream);
        }
    }

    /** Jackson quotes what it can't read, and that may be anything. */
    static String said(Exception failure) {
        if (failure instanceof JsonProcessingException) {
            return "it is no JSON";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : Rejections.shown(message);
    }
}
