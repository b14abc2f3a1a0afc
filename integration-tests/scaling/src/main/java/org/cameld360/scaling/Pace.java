package org.cameld360.scaling;

/** The row of a number: who asks gets the next free place. A place that nobody asked for in time is lost. */
final class Pace {

    private final long interval;
    private long next;

    Pace(double perSecond) {
        interval = Math.round(1e9 / perSecond);
    }

    /** When the caller may send. */
    long reserve(long now) {
        long place = Math.max(next, now);
        next = place + interval;
        return place;
    }
}
