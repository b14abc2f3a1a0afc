package org.cameld360.simulator.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form.
 *
 * @param fileName null where the part has none
 * @param contentType as declared; empty where it is not
 * @param content a view on the request's body, not a copy
 */
public record Part(String name, @Nullable String fileName, String contentType, ByteBuffer content) {

    /** The content of a text field. */
    public String text() {
        return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
    }
}
