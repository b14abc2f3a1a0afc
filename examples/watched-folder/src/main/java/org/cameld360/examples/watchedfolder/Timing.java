package org.cameld360.examples.watchedfolder;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param quiet how long a file must lie unchanged to count as complete
 * @param firstPause after trouble on the way
 * @param longestPause between two attempts, while it lasts
 * @param patience how long {@code --once} waits for files that are still being written
 */
record Timing(Duration quiet, Duration firstPause, Duration longestPause, Duration patience) {

    static final Timing USUAL =
            new Timing(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(1));
}
