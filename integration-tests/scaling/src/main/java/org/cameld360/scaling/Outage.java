package org.cameld360.scaling;

/**
 * The death of a worker.
 *
 * @param at when, in seconds
 * @param partitions how many partitions of the number it had
 * @param takeover after how many seconds others work them
 */
record Outage(double at, int partitions, double takeover) {

    /** Nobody dies. */
    static final Outage NONE = new Outage(0, 0, 0);
}
