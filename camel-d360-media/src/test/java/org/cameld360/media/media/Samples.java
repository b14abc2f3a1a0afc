package org.cameld360.media.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
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

    /** The first bytes, fewer where the medium is shorter. */
    static byte[] head(MediaSource source, int count) throws IOException {
        try (InputStream in = Channels.newInputStream(source.open())) {
            return in.readNBytes(count);
        }
    }

    static Inspection inspect(String name) {
        return Inspection.of(FileSource.of(path(name)));
    }
}
