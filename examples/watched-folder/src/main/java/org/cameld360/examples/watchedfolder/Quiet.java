package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells complete files from those that are still being written: nothing may have changed for a while. A file that has
 * been lying there longer passes at first sight, and none is waited for, so that one slow copy keeps no other file.
 *
 * <p>Camel's {@code readLock=changed} sleeps while it looks, one second for each file, and skips empty files without a
 * word; with {@code readLockMinAge} it is fast, but never takes a file whose clock is ahead.
 */
final class Quiet {

    /** How browsers and transfer programs name what they have not finished. */
    private static final List<String> UNFINISHED = List.of(".part", ".partial", ".filepart", ".crdownload");

    private record Sight(FileState state, Instant since) {}

    private final Clock clock;
    private final Duration period;
    private final Map<File, Sight> seen = new HashMap<>();

    Quiet(Clock clock, Duration period) {
        this.clock = clock;
        this.period = period;
    }

    boolean isComplete(File file, FileState state) {
        String name = file.getName();
        if (UNFINISHED.stream().anyMatch(name::endsWith) || isPlaceholder(file, state)) {
            return false;
        }
        Instant latest = clock.instant().minus(needed(state));
        if (state.modified().isAfter(latest)) {
            Sight sight = seen.get(file);
            if (sight == null || !sight.state().equals(state)) {
                seen.put(file, new Sight(state, clock.instant()));
                return false;
            }
            if (sight.since().isAfter(latest)) {
                return false;
            }
        }
        seen.remove(file);
        return true;
    }

    /** Some programs create the file and fill it later, so an empty one may take longer. */
    private Duration needed(FileState state) {
        return state.size() == 0 ? period.multipliedBy(5) : period;
    }

    /** An empty file holds the name while the content grows beside it. */
    private static boolean isPlaceholder(File file, FileState state) {
        return state.size() == 0 && UNFINISHED.stream().anyMatch(ending -> new File(file.getPath() + ending).exists());
    }

    void forgetMissing() {
        seen.keySet().removeIf(file -> !file.exists());
    }
}
