package org.cameld360.media.docs;

import java.nio.file.Path;

/**
 * Where an endpoint or a property of the component is written.
 *
 * @param uri {@code d360-media:…} with all its options, or {@code null}
 * @param property {@code camel.component.d360-media.NAME=VALUE}, or {@code null}
 */
record OptionUse(Path file, int line, String uri, String property) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (uri == null ? property : uri);
    }
}
