package org.cameld360.media.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The sample media of the test resources. */
public final class Samples {

    private Samples() {}

    public static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource("/samples/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** The first bytes, fewer where the medium is shorter. */
    public static byte[] head(MediaSource source, int count) throws IOException {
        try (InputStream in = Channels.newInputStream(source.open())) {
            return in.readNBytes(count);
        }
    }

    public static Inspection inspect(String name) {
        return Inspection.of(FileSource.of(path(name)));
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** All that are not empty. */
    public static List<String> names() {
        return names(path("photo.jpg").getParent());
    }

    /** Those of which nothing more is told than what is in them; each was made by ffmpeg 5.1. */
    public static List<String> moreNames() {
        return names(path("../samples-more/photo.bmp").getParent()).stream()
                .map(name -> "../samples-more/" + name)
                .toList();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("empty.jpg"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
