package org.cameld360.simulator.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.cameld360.simulator.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param text the body, where it is not a file
 * @param file the body, where it is one
 */
public record Answer(
        int status,
        @Nullable String contentType,
        String text,
        @Nullable Path file) {

    public static Answer json(int status, JsonNode body) {
        return jsonText(status, StrictJson.write(body));
    }

    public static Answer jsonText(int status, String body) {
        return new Answer(status, "application/json", body, null);
    }

    public static Answer empty(int status) {
        return new Answer(status, null, "", null);
    }

    public static Answer file(String contentType, Path file) {
        return new Answer(200, contentType, "", file);
    }
}
