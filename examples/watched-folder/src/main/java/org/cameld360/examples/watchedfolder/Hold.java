package org.cameld360.examples.watchedfolder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pause for all files, twice as long after each failure in a row. */
final class Hold {

    private final Clock clock;
    private final Duration first;
    private final Duration longest;
    private Duration next;
    private Instant until = Instant.MIN;

    Hold(Clock clock, Duration first, Duration longest) {
        this.clock = clock;
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    boolean isOn() {
        return clock.instant().isBefore(until);
    }

    /** Returns how long the pause is: not shorter than the server wants. */
    Duration extend(@Nullable Instant notBefore) {
        Instant now = clock.instant();
        Duration pause = next;
        if (notBefore != null && notBefore.isAfter(now.plus(pause))) {
            pause = Duration.between(now, notBefore);
        }
        until = now.plus(pause);
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return pause;
    }

    void release() {
        next = first;
        until = Instant.MIN;
    }
}
