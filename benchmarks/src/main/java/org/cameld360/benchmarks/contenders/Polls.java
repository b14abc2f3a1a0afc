package org.cameld360.benchmarks.contenders;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** When the poll began that found the last file. */
public final class Polls extends DefaultPollingConsumerPollStrategy {

    private volatile long began;
    private volatile long beganOfLast;

    /** Now, in microseconds; two processes on one machine agree about it. */
    public static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        began = micros();
        return true;
    }

    /** Called on the thread that polls. */
    void found() {
        beganOfLast = began;
    }

    public long beganOfLast() {
        return beganOfLast;
    }
}
