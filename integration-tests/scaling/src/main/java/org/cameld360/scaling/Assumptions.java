package org.cameld360.scaling;

import java.time.Duration;

/**
 * What a plan takes for granted, to be replaced by what you have measured.
 *
 * @param latency how long a thread is busy with one message: the call and the statements around it, without the wait for a place
 * @param gap between two messages to the same recipient
 * @param takeover from a worker's death until others work its partitions
 * @param threads consumer threads of one worker
 * @param spare what the numbers can do beyond the target, as a share of it
 * @param busy how busy the hottest partition may be, from 0 to 1
 * @param messagesOfCell messages a second of one cell, as many as its database takes
 * @param recordBytes of a record in Kafka
 * @param callBytes of a call and its answer, where the message carries a media id
 */
public record Assumptions(
        Duration latency,
        Duration gap,
        Duration takeover,
        int threads,
        double spare,
        double busy,
        int messagesOfCell,
        int recordBytes,
        int callBytes) {

    /** What docs/scaling.md reckons with. */
    public static final Assumptions OF_THE_PAGE = new Assumptions(
            Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofSeconds(10), 64, 0.1, 0.8, 2000, 400, 2000);

    Assumptions withLatency(Duration other) {
        return new Assumptions(other, gap, takeover, threads, spare, busy, messagesOfCell, recordBytes, callBytes);
    }

    Assumptions withGap(Duration other) {
        return new Assumptions(latency, other, takeover, threads, spare, busy, messagesOfCell, recordBytes, callBytes);
    }

    double latencySeconds() {
        return seconds(latency);
    }

    double gapSeconds() {
        return seconds(gap);
    }

    double takeoverSeconds() {
        return seconds(takeover);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
