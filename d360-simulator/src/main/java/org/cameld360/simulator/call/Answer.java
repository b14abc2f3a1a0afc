package org.cameld360.simulator.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.FileBody;
import org.cameld360.simulator.body.HeapBody;
import org.cameld360.simulator.json.StrictJson;

/**
 * What is sent back.
 *
 * @param headers in their order, without the length
 */
public record Answer(int status, Map<String, String> headers, Body body) {

    private static final String CONTENT_TYPE = "Content-Type";

    public static Answer json(int status, JsonNode body) {
        return jsonText(status, StrictJson.write(body));
    }

    public static Answer jsonText(int status, String body) {
        return text(status, "application/json", body);
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(
                status, Map.of(CONTENT_TYPE, contentType), new HeapBody(body.getBytes(StandardCharsets.UTF_8)));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Body.EMPTY);
    }

    /**
     * A whole file.
     *
     * @throws UncheckedIOException where it is not there any more, as nothing could be answered once the status was sent
     */
    public static Answer file(String contentType, Path file, long size) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new NoSuchFileException(file.toString()));
        }
        return new Answer(200, Map.of(CONTENT_TYPE, contentType), new FileBody(file, size));
    }

    /** The same, with one header more. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
