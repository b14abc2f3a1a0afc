package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.cameld360.examples.watchedfolder.Entry.Ending;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.jspecify.annotations.Nullable;

/**
 * Each step of a file is in the journal before it is taken, so that whatever was being done when the program ended, the next
 * one can tell, and finish it.
 */
final class Ledger {

    /** An id that is about to expire is not worth a try. */
    private static final Duration MARGIN = Duration.ofHours(12);

    private final Path inbox;
    private final Journal journal;
    private final Archive archive;
    private final Clock clock;

    Ledger(Path inbox, Journal journal, Archive archive, Clock clock) {
        this.inbox = inbox;
        this.journal = journal;
        this.archive = archive;
        this.clock = clock;
    }

    /** What is known of the file with that name, whether it is still there or not. */
    @Nullable
    Entry entry(Path file) {
        return journal.entry(name(file));
    }

    List<Entry> entries() {
        return journal.entries();
    }

    Path file(Entry entry) {
        return inbox.resolve(entry.name());
    }

    /**
     * The file is taken up. Returns what was uploaded of it before, where that can still be sent.
     *
     * @param account whose uploads are of use
     * @throws JournalException where that can't be written down
     */
    @Nullable
    Upload take(Path file, FileState state, @Nullable String to, String account) {
        Entry known = entry(file);
        Upload held = known == null || !known.state().equals(state) ? null : usable(known.upload(), account);
        try {
            journal.write(Entry.taken(name(file), state, to, held));
        } catch (IOException e) {
            throw new JournalException(e);
        }
        return held;
    }

    private @Nullable Upload usable(@Nullable Upload upload, String account) {
        boolean usable = upload != null
                && upload.account().equals(account)
                && clock.instant().isBefore(upload.expiresAt().minus(MARGIN));
        return usable ? upload : null;
    }

    /**
     * The message is about to leave.
     *
     * @throws JournalException where that can't be written down: then it must not leave
     */
    void sending(Path file, Upload upload) {
        Entry entry = Objects.requireNonNull(entry(file));
        try {
            journal.force(entry.sending(upload));
        } catch (IOException e) {
            journal.remember(entry.uploaded(upload));
            throw new JournalException(e);
        }
    }

    /** Surely nothing was accepted. What was uploaded waits for the next attempt. */
    void notAccepted(Path file) {
        Entry entry = entry(file);
        Upload upload = entry == null ? null : entry.upload();
        if (entry != null && upload != null) {
            try {
                journal.write(entry.uploaded(upload));
            } catch (IOException e) {
                // should the program end before it can be written, the file is taken for one in doubt
            }
        } else {
            close(file);
        }
    }

    /** Nothing has to be known of it any more. */
    void close(Path file) {
        Entry entry = entry(file);
        if (entry != null) {
            journal.forget(entry);
        }
    }

    /** It was sent. */
    PutAway sent(Path file, String messageId) {
        return end(Objects.requireNonNull(entry(file)), Outcome.SENT, messageId);
    }

    /** It is refused or in doubt. */
    PutAway aside(Path file, FileState state, @Nullable String to, Outcome outcome, String reason) {
        Entry entry = entry(file);
        return end(entry == null ? Entry.taken(name(file), state, to, null) : entry, outcome, reason);
    }

    private PutAway end(Entry entry, Outcome outcome, String words) {
        Entry ended = entry.ended(new Ending(outcome, freePlace(entry, outcome), words));
        IOException unwritten = null;
        try {
            journal.force(ended);
        } catch (IOException e) {
            unwritten = e;
        }
        return carryOut(ended).unwritten(unwritten);
    }

    /** Where there is none, moving the file there tells why. */
    private @Nullable String freePlace(Entry entry, Outcome outcome) {
        try {
            return name(archive.freePlace(outcome, file(entry)));
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether the file lies among the sent ones, though the journal does not know that it was. */
    boolean wasMovedAsSent(Entry entry) {
        return entry.isExactly(inbox.resolve(Outcome.SENT.folder()).resolve(entry.name()));
    }

    /**
     * Does what the ending says, as far as it has not been done. A file that arrived in its place counts before one that still,
     * or again, lies in the inbox.
     */
    PutAway carryOut(Entry entry) {
        Path file = file(entry);
        Ending ending = entry.endingOrThrow();
        Outcome outcome = ending.outcome();
        String reason = outcome.hasReason() ? ending.words() : null;
        Path place = ending.place() == null ? null : inbox.resolve(ending.place());
        try {
            boolean arrived = place != null && entry.describes(place);
            if (place != null && arrived) {
                if (entry.isExactly(file)) {
                    archive.removeCopied(file, place);
                }
                if (reason != null) {
                    archive.putReason(place, outcome, reason);
                }
            } else if (!entry.describes(file) || !moved(entry, file, place, outcome, reason)) {
                return notThere(entry, file, place);
            }
            journal.forget(entry);
            return PutAway.DONE;
        } catch (IOException e) {
            return PutAway.stuck(e);
        }
    }

    private boolean moved(Entry entry, Path file, @Nullable Path place, Outcome outcome, @Nullable String reason)
            throws IOException {
        Path free = place;
        if (free == null || Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
            free = archive.freePlace(outcome, file);
            Ending ending = entry.endingOrThrow();
            journal.write(entry.ended(new Ending(outcome, name(free), ending.words())));
        }
        Predicate<Path> isRight = entry::describes;
        return archive.put(file, free, outcome, reason, isRight);
    }

    /** What became of a message in doubt has to be told, even where the file is not there to tell it of. */
    private PutAway notThere(Entry entry, Path file, @Nullable Path place) throws IOException {
        Ending ending = entry.endingOrThrow();
        if (ending.outcome() == Outcome.IN_DOUBT && place != null) {
            archive.putReason(place, ending.outcome(), ending.words() + ReasonText.WITHOUT_FILE);
        }
        journal.forget(entry);
        return FileState.of(file.toFile()).isEmpty() ? PutAway.GONE : PutAway.CHANGED;
    }

    private String name(Path file) {
        return inbox.relativize(file).toString();
    }
}
