package org.cameld360.media.media;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The sample media of the test resources. */
final class Samples {

    private Samples() {}

    static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource("/samples/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static Inspection inspect(String name) {
        return Inspection.of(FileSource.of(path(name)));
    }
}
