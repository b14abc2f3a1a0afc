package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/**
 * What the file consumer asks before and after each file, one file at a time.
 *
 * <p>Its own options {@code move} and {@code moveFailed} would do for files that one's own programs write. They delete what
 * stands in the target's place, and mistake a backslash in a name for a folder.
 */
final class Inbox implements GenericFileProcessStrategy<File> {

    private static final String STATE = "watchedFolderFileState";

    private final Archive archive;
    private final Quiet quiet;
    private final Pace pace;
    private final Report report;
    private final Clock clock;
    private final Map<File, FileState> immovable = new HashMap<>();
    private final Map<File, Integer> missing = new HashMap<>();
    private volatile @Nullable File underWay;

    Inbox(Archive archive, Quiet quiet, Pace pace, Report report, Clock clock) {
        this.archive = archive;
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
        if (state.get().equals(immovable.get(file)) || !quiet.isComplete(file, state.get())) {
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

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {
        File file = polled.getFile();
        FileState state = stateOf(exchange);
        report.sent(exchange, file, state, putAway(file, state));
        pace.settled(file, !file.exists());
        underWay = null;
    }

    /** Returns what a person should know about it. */
    private String putAway(File file, FileState state) {
        Optional<FileState> now = FileState.of(file);
        if (now.isEmpty()) {
            return "; the file has gone meanwhile";
        }
        if (!now.get().equals(state)) {
            return "; it has changed meanwhile, stays, and will be sent again";
        }
        try {
            archive.keepSent(file.toPath());
            return "";
        } catch (IOException e) {
            immovable.put(file, state);
            return "; it can't be moved to .sent (" + e + ") and would be sent again after a restart: remove it";
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {
        File file = polled.getFile();
        FileState state = stateOf(exchange);
        Problem problem = Problem.of(exchange.getException());
        switch (problem.kind()) {
            case STOPPED -> report.notSent("waits  ", exchange, file, state, "It stays in the inbox.");
            case PASSING, BLOCKED -> {
                String next = pace.putOff(file, problem);
                report.notSent("waits  ", exchange, file, state, problem.reason() + " " + next);
            }
            case REFUSED, IN_DOUBT -> {
                String remark = setAside(exchange, file, state, problem);
                report.notSent("refused", exchange, file, state, problem.reason() + remark);
            }
        }
        underWay = null;
    }

    /** Where the program ends before an answer came. */
    void reportUnanswered() {
        File file = underWay;
        if (file != null) {
            report.leftAlone(
                    file, "it was under way when the program ended. It may have arrived, and will be sent again.");
        }
    }

    private String setAside(Exchange exchange, File file, FileState state, Problem problem) {
        Optional<FileState> now = FileState.of(file);
        if (now.isEmpty()) {
            return " It has gone meanwhile.";
        }
        if (!now.get().equals(state)) {
            return " It has changed meanwhile, and is tried again.";
        }
        pace.settled(file, false);
        try {
            String to = Envelope.recipientOf(exchange);
            String text = ReasonText.of(report.nameOf(file), to, problem, ZonedDateTime.now(clock));
            archive.keepFailed(file.toPath(), text);
            return "";
        } catch (IOException e) {
            immovable.put(file, state);
            return " It can't be moved to .failed (" + e + ").";
        }
    }

    private static FileState stateOf(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(STATE, FileState.class));
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> polled) {}
}
