package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file looked like at one moment: another state under the same name is another file, or this one changed.
 *
 * @param key what the file system tells files apart by, where it does; not the same for ever, as a disk may get another
 *     number when the computer starts again
 */
record FileState(long size, Instant modified, @Nullable String key) {

    /** The coarsest time that a file system in use keeps: FAT's. */
    private static final Duration COARSE = Duration.ofSeconds(2);

    /** Empty where there is nothing under that name. */
    static Optional<FileState> of(File file) {
        try {
            BasicFileAttributes now =
                    Files.readAttributes(file.toPath(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Object key = now.fileKey();
            return Optional.of(
                    new FileState(now.size(), now.lastModifiedTime().toInstant(), key == null ? null : key.toString()));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether it can be a copy of the other: as long, and as old as another file system can tell. */
    boolean looksLike(FileState other) {
        return size == other.size
                && Duration.between(modified, other.modified).abs().compareTo(COARSE) < 0;
    }
}
