package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of a file that is under way.
 *
 * @param name below the inbox, with its subfolder
 * @param state what it looked like when it was taken up
 * @param to the recipient, where there is one
 * @param upload what 360dialog holds of it, from the upload on
 * @param ending at the stage {@link Stage#ENDED} only
 */
record Entry(
        String name,
        FileState state,
        @Nullable String to,
        Stage stage,
        @Nullable Upload upload,
        @Nullable Ending ending) {

    enum Stage {
        /** Nothing was sent. */
        TAKEN,
        /** Nothing was sent, and what was uploaded waits for it. */
        UPLOADED,
        /** A message may have left. */
        SENDING,
        /** It is known what became of it, and the file has to go to its place. */
        ENDED
    }

    /**
     * @param sha256 of the content that was uploaded, hex
     * @param account whose it is: it is of no use to another
     */
    record Upload(
            String mediaId,
            String type,
            String contentType,
            String fileName,
            String sha256,
            Instant expiresAt,
            String account) {}

    /**
     * @param place where the file goes, below the inbox, or {@code null} where none could be found
     * @param words the id of the message, or the text of the reason
     */
    record Ending(Outcome outcome, @Nullable String place, String words) {}

    static Entry taken(String name, FileState state, @Nullable String to, @Nullable Upload upload) {
        return new Entry(name, state, to, upload == null ? Stage.TAKEN : Stage.UPLOADED, upload, null);
    }

    /** Nothing has left, or surely nothing was accepted. */
    Entry uploaded(Upload held) {
        return new Entry(name, state, to, Stage.UPLOADED, held, null);
    }

    Entry sending(Upload held) {
        return new Entry(name, state, to, Stage.SENDING, held, null);
    }

    Entry ended(Ending how) {
        return new Entry(name, state, to, Stage.ENDED, upload, how);
    }

    Ending endingOrThrow() {
        return Objects.requireNonNull(ending);
    }

    /** Whether that is the very file, untouched. */
    boolean isExactly(Path file) {
        Optional<FileState> now = FileState.of(file.toFile());
        return now.isPresent() && now.get().equals(state) && state.key() != null;
    }

    /**
     * Whether that is the file, though it may have been copied or touched since: then the content decides. What can't be
     * read can't be told apart, and counts as the file, since it must not go out twice.
     */
    boolean describes(Path file) {
        Optional<FileState> now = FileState.of(file.toFile());
        if (now.isEmpty() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (now.get().equals(state)) {
            return true;
        }
        if (upload == null) {
            return now.get().looksLike(state);
        }
        try {
            return Sha256.of(file).equals(upload.sha256());
        } catch (IOException e) {
            return true;
        }
    }
}
