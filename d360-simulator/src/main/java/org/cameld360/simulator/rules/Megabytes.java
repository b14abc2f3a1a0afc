package org.cameld360.simulator.rules;

/** MB is nowhere defined by the API's documents, so it is read as the smaller of its two meanings. */
final class Megabytes {

    private Megabytes() {}

    static long mb(int count) {
        return count * 1_000_000L;
    }

    static long kb(int count) {
        return count * 1_000L;
    }
}
