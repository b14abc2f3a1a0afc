package org.cameld360.media.client.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON to and from the API. The mapper is this package's own: one that an application has tuned for its own documents,
 * with a naming strategy say, would change what goes over the wire.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The bytes of a wire record. */
    public static byte[] write(Object wireRecord) {
        try {
            return MAPPER.writeValueAsBytes(wireRecord);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("wire records can be written", e);
        }
    }

    /**
     * A wire record from bytes of a server.
     *
     * @throws IOException where they are no JSON of that shape
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        T value = MAPPER.readValue(json, type);
        if (value == null) {
            throw new IOException("null");
        }
        return value;
    }

    /** The bytes as an object, or {@code null} where they are something else. */
    public static @Nullable JsonNode object(byte[] maybeJson) {
        try {
            JsonNode node = MAPPER.readTree(maybeJson);
            return node != null && node.isObject() ? node : null;
        } catch (IOException e) {
            return null;
        }
    }
}
