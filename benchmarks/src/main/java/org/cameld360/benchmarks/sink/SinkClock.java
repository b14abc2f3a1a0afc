package org.cameld360.benchmarks.sink;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When the head of the last upload had come, in microseconds since 1970. */
final class SinkClock {

    /** Where it can be asked for. */
    static final String PATH = "/last-upload";

    private static volatile long lastUpload;

    private SinkClock() {}

    static void received(String path) {
        if (path.endsWith("/media")) {
            lastUpload = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        }
    }

    static long lastUpload() {
        return lastUpload;
    }
}
