package org.cameld360.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is ahead of another one, by as much as it was moved. */
final class MovableClock extends Clock {

    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    MovableClock(Clock base) {
        this.base = base;
    }

    /** Never goes back. */
    void moveTo(Instant target) {
        Duration distance = Duration.between(instant(), target);
        if (!distance.isNegative()) {
            ahead = ahead.plus(distance);
        }
    }

    void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
