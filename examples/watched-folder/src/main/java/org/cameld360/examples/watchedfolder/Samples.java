package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** A photo, a document and a voice note to begin with. */
final class Samples {

    private static final List<String> NAMES = List.of("photo.jpg", "invoice.pdf", "voice-opus-mono.ogg");

    private Samples() {}

    /** Leaves a file alone that has one of their names. */
    static void placeInto(Path inbox) throws IOException {
        for (String name : NAMES) {
            Path target = inbox.resolve(name);
            if (Files.notExists(target)) {
                copy(name, target);
            }
        }
    }

    private static void copy(String name, Path target) throws IOException {
        Path unfinished = target.resolveSibling("." + name);
        try (InputStream sample = Samples.class.getResourceAsStream("/samples/" + name)) {
            Files.copy(Objects.requireNonNull(sample), unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, target);
    }
}
