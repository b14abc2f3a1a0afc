package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file looked like at one moment: another state under the same name is another file. */
record FileState(long size, Instant modified, @Nullable Object key) {

    /** Empty where there is nothing under that name. */
    static Optional<FileState> of(File file) {
        try {
            BasicFileAttributes now =
                    Files.readAttributes(file.toPath(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new FileState(now.size(), now.lastModifiedTime().toInstant(), now.fileKey()));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
