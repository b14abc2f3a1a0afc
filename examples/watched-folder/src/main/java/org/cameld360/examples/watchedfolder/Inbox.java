package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.SentMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the file consumer asks before and after each file, one file at a time.
 *
 * <p>Its own options {@code move} and {@code moveFailed} would do for files that one's own programs write. They delete what
 * stands in the target's place, and mistake a backslash in a name for a folder.
 */
final class Inbox implements GenericFileProcessStrategy<File> {

    private static final String STATE = "watchedFolderFileState";

    private final Ledger ledger;
    private final Quiet quiet;
    private final Pace pace;
    private final Report report;
    private final Clock clock;
    private final Map<File, Integer> missing = new HashMap<>();
    private volatile @Nullable File underWay;

    Inbox(Ledger ledger, Quiet quiet, Pace pace, Report report, Clock clock) {
        this.ledger = ledger;
        this.quiet = quiet;
        this.pace = pace;
        this.report = report;
        this.clock = clock;
    }

    /** The order of arrival. */
    Comparator<GenericFile<File>> arrival() {
        return Comparator.<GenericFile<File>>comparingInt(each -> pace.turn(each.getFile()))
                .thenComparingLong(GenericFile::getLastModified)
                .thenComparing(GenericFile::getFile);
    }

    /** What the file of an exchange looked like when its turn came. */
    static FileState stateOf(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(STATE, FileState.class));
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {}

    /** Returns whether the file goes now; otherwise it is asked for again at the next look. */
    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {
        File file = polled.getFile();
        if (!pace.allows(file)) {
            return false;
        }
        Optional<FileState> state = FileState.of(file);
        if (state.isEmpty()) {
            missing(file);
            return false;
        }
        missing.remove(file);
        if (!quiet.isComplete(file, state.get()) || isSettled(file)) {
            return false;
        }
        exchange.setProperty(STATE, state.get());
        underWay = file;
        return true;
    }

    /** Once, it has just been taken away. Listed again, it is there, and only its name can't be used. */
    private void missing(File file) {
        if (missing.merge(file, 1, Integer::sum) == 2) {
            report.leftAlone(file, "its name can't be read here. Rename it, or start with LC_ALL=C.UTF-8.");
            pace.settled(file, false);
        }
    }

    /** It lies here only since it could not be moved, and must not go again. Another file under its name may. */
    private boolean isSettled(File file) {
        Entry entry = ledger.entry(file.toPath());
        if (entry == null || entry.stage() == Entry.Stage.TAKEN || entry.stage() == Entry.Stage.UPLOADED) {
            return false;
        }
        if (entry.stage() == Entry.Stage.SENDING) {
            Problem problem = Problem.inDoubt("It was interrupted while the message was on its way.");
            String remark = setAside(file, entry.state(), entry.to(), Outcome.IN_DOUBT, problem);
            report.ended("doubt  ", entry, ": " + problem.reason() + remark);
            return true;
        }
        if (!entry.describes(file.toPath())) {
            ledger.close(file.toPath());
            return false;
        }
        pace.settled(file, false);
        return true;
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {
        File file = polled.getFile();
        SentMessage message = exchange.getMessage().getBody(SentMessage.class);
        PutAway putAway = ledger.sent(file.toPath(), message.messageId());
        report.sent(message, file, stateOf(exchange), putAway.remark(Outcome.SENT));
        pace.settled(file, !file.exists());
        underWay = null;
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {
        File file = polled.getFile();
        FileState state = stateOf(exchange);
        Problem problem = problem(exchange, file);
        switch (problem.kind()) {
            // whether a message has left is in the journal, and the next start goes by that
            case STOPPED -> report.notSent("waits  ", exchange, file, state, nextStart(file));
            case PASSING, BLOCKED -> {
                ledger.notAccepted(file.toPath());
                String next = pace.putOff(file, problem);
                report.notSent("waits  ", exchange, file, state, problem.reason() + " " + next);
            }
            case REFUSED -> {
                String remark = setAside(exchange, file, Outcome.REFUSED, problem);
                report.notSent("refused", exchange, file, state, problem.reason() + remark);
            }
            case IN_DOUBT -> {
                String remark = setAside(exchange, file, Outcome.IN_DOUBT, problem);
                report.notSent("doubt  ", exchange, file, state, problem.reason() + remark);
            }
        }
        underWay = null;
    }

    private Problem problem(Exchange exchange, File file) {
        Problem problem = Problem.of(exchange.getException(), mayHaveLeft(file));
        if (exchange.getException() instanceof MediaNotFoundException && BeforeUpload.heldOf(exchange) != null) {
            // an id from an earlier attempt: uploaded anew, the file may well go
            ledger.close(file.toPath());
            return new Problem(Problem.Kind.PASSING, problem.reason(), null);
        }
        return problem;
    }

    private boolean mayHaveLeft(File file) {
        Entry entry = ledger.entry(file.toPath());
        return entry != null && entry.stage() == Entry.Stage.SENDING;
    }

    private String nextStart(File file) {
        return mayHaveLeft(file)
                ? "It may have arrived: the next start moves it to .in-doubt."
                : "It stays in the inbox, and is sent at the next start.";
    }

    private String setAside(Exchange exchange, File file, Outcome outcome, Problem problem) {
        return setAside(file, stateOf(exchange), Envelope.recipientOf(exchange), outcome, problem);
    }

    private String setAside(File file, FileState state, @Nullable String to, Outcome outcome, Problem problem) {
        String text = ReasonText.of(report.nameOf(file), to, problem, ZonedDateTime.now(clock));
        PutAway putAway = ledger.aside(file.toPath(), state, to, outcome, text);
        if (putAway.state() == PutAway.State.DONE || putAway.state() == PutAway.State.STUCK) {
            pace.settled(file, false);
        }
        return putAway.remark(outcome);
    }

    /** Where the program ends before an answer came. */
    void reportUnanswered() {
        File file = underWay;
        if (file != null) {
            report.leftAlone(file, "it was under way when the program ended. " + nextStart(file));
        }
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {}
}
