package org.cameld360.simulator.multipart;

import java.nio.charset.StandardCharsets;
import org.cameld360.simulator.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form.
 *
 * @param fileName null where the part has none
 * @param contentType as declared; empty where it is not
 * @param content a view on the request's body, not a copy
 */
public record Part(String name, @Nullable String fileName, String contentType, Body content) {

    private static final int LONGEST_TEXT = 4 * 1024;

    /** The content of a text field, or its beginning where it is longer than any text field is. */
    public String text() {
        return new String(
                content.slice(0, Math.min(content.size(), LONGEST_TEXT)).bytes(), StandardCharsets.UTF_8);
    }
}
