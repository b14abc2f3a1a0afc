package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files that are there at the start. What comes later, even under the same name, has to wait for the next run, so that
 * this one ends.
 */
final class Once implements Pace {

    private static final int ENOUGH_FAILURES = 3;

    private final Set<File> open;
    private final Clock clock;
    private final Duration patience;
    private final Runnable finish;
    private Instant lastProgress;
    private int failuresInARow;
    private boolean givenUp;
    private boolean complete = true;

    /**
     * For these files.
     *
     * @param patience how long to wait for files that are still being written
     */
    Once(Set<File> files, Clock clock, Duration patience, Runnable finish) {
        this.open = new TreeSet<>(files);
        this.clock = clock;
        this.patience = patience;
        this.finish = finish;
        this.lastProgress = clock.instant();
    }

    @Override
    public boolean allows(File file) {
        return !givenUp && open.contains(file);
    }

    @Override
    public int turn(File file) {
        return 0;
    }

    @Override
    public void settled(File file, boolean done) {
        complete &= done;
        failuresInARow = 0;
        close(file);
    }

    @Override
    public String putOff(File file, Problem problem) {
        complete = false;
        failuresInARow++;
        givenUp = problem.kind() != Problem.Kind.PASSING || failuresInARow >= ENOUGH_FAILURES;
        close(file);
        return "It stays in the inbox.";
    }

    private void close(File file) {
        open.remove(file);
        lastProgress = clock.instant();
    }

    @Override
    public void looked() {
        boolean patient = clock.instant().isBefore(lastProgress.plus(patience));
        if (givenUp || !patient || open.stream().noneMatch(Once::isWaiting)) {
            finish.run();
        }
    }

    /**
     * Not gone, and no folder that can't be read. A file can be in its folder's list and yet not be found under its name, which
     * may hold bytes that Java can't read.
     */
    private static boolean isWaiting(File file) {
        if (file.exists()) {
            return !file.isDirectory();
        }
        String[] names = file.getParentFile().list();
        return names != null && List.of(names).contains(file.getName());
    }

    /** The files whose turn never came: still being written, behind one that could not go, or gone. */
    Set<File> notTried() {
        return open;
    }

    boolean sentEverything() {
        return complete && open.isEmpty();
    }
}
