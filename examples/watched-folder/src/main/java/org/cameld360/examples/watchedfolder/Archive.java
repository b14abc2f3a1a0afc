package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folders {@code .sent}, {@code .failed} and {@code .in-doubt}. Nothing in them is ever overwritten, as only one program at a
 * time works in an inbox: a name that was free a moment ago still is.
 */
final class Archive {

    private static final String REASON = ".reason.txt";

    private static final String UNFINISHED_REASON = ".unfinished-reason";

    private static final String UNFINISHED_COPY = ".unfinished-copy";

    private final Path inbox;
    private final Clock clock;
    private final Disk disk;

    Archive(Path inbox, Clock clock, Disk disk) {
        this.inbox = inbox;
        this.clock = clock;
        this.disk = disk;
    }

    /** Creates the folders, so that a folder that can't be written to is noticed before anything is sent. */
    void prepare() throws IOException {
        for (Outcome outcome : Outcome.values()) {
            Path folder = Files.createDirectories(base(outcome));
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString(), null, "files can't be put there");
            }
        }
    }

    /** Removes what a program that was ended has not finished. */
    void tidy() throws IOException {
        for (Outcome outcome : Outcome.values()) {
            Files.deleteIfExists(base(outcome).resolve(UNFINISHED_REASON));
            Files.deleteIfExists(base(outcome).resolve(UNFINISHED_COPY));
        }
    }

    /** The first free name in the same subfolder; with a reason, where that one's name is free as well. */
    Path freePlace(Outcome outcome, Path file) throws IOException {
        Path folder = folder(base(outcome), file);
        String ending = outcome.hasReason() ? REASON : "";
        String name = FileNames.distinct(file.getFileName().toString(), LocalDateTime.now(clock), ending.length())
                .filter(candidate -> isFree(folder.resolve(candidate)) && isFree(folder.resolve(candidate + ending)))
                .findFirst()
                .orElseThrow();
        return folder.resolve(name);
    }

    /**
     * Moves the file, and writes the reason beside it.
     *
     * @param isRight asked of the file in its new place. Where it says no, the file was replaced in the last moment, and is
     *     brought back
     * @return whether the file is in its place
     */
    boolean put(Path file, Path place, Outcome outcome, @Nullable String reason, Predicate<Path> isRight)
            throws IOException {
        Path unfinished = base(outcome).resolve(UNFINISHED_REASON);
        if (reason != null) {
            // first, as a full disk has no room for it
            disk.writeUnfinished(unfinished, UTF_8.encode(reason));
        }
        try {
            if (!move(file, place, outcome, isRight)) {
                disk.delete(unfinished);
                return false;
            }
        } catch (IOException e) {
            disk.delete(unfinished);
            throw e;
        }
        if (reason != null) {
            disk.rename(unfinished, reasonFor(place));
        }
        forceNames(file, place);
        return true;
    }

    private boolean move(Path file, Path place, Outcome outcome, Predicate<Path> isRight) throws IOException {
        try {
            disk.rename(file, place);
        } catch (AtomicMoveNotSupportedException e) {
            moveAcross(file, place, outcome);
            return true;
        }
        boolean right = isRight.test(place);
        if (!right) {
            disk.rename(place, isFree(file) ? file : freeName(file));
        }
        return right;
    }

    /** Writes the reason where it is not there yet. */
    void putReason(Path place, Outcome outcome, String reason) throws IOException {
        if (isFree(reasonFor(place))) {
            disk.writeWhole(reasonFor(place), base(outcome).resolve(UNFINISHED_REASON), UTF_8.encode(reason));
        }
    }

    /** Takes away what was copied to another file system, completely, before the program was ended. */
    void removeCopied(Path file, Path place) throws IOException {
        disk.delete(file);
        forceNames(file, place);
    }

    /** An archive on another disk. */
    private void moveAcross(Path file, Path place, Outcome outcome) throws IOException {
        Path unfinished = base(outcome).resolve(UNFINISHED_COPY);
        Optional<FileState> before = FileState.of(file.toFile());
        disk.copy(file, unfinished);
        if (!FileState.of(file.toFile()).equals(before)) {
            throw new IOException("it changed while it was copied to another disk");
        }
        disk.rename(unfinished, place);
        disk.delete(file);
    }

    private void forceNames(Path file, Path place) {
        disk.forceName(place);
        disk.forceName(file);
    }

    private Path base(Outcome outcome) {
        return inbox.resolve(outcome.folder());
    }

    private static Path reasonFor(Path place) {
        return place.resolveSibling(place.getFileName() + REASON);
    }

    /** The same subfolder, or the folder itself where a file of that name is in the way. */
    private Path folder(Path base, Path file) throws IOException {
        Path subfolder = base.resolve(inbox.relativize(file)).getParent();
        try {
            return Files.createDirectories(subfolder == null ? base : subfolder);
        } catch (FileAlreadyExistsException e) {
            return Files.createDirectories(base);
        }
    }

    private Path freeName(Path file) {
        return FileNames.distinct(file.getFileName().toString(), LocalDateTime.now(clock), 0)
                .map(file::resolveSibling)
                .filter(Archive::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(Path path) {
        return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
