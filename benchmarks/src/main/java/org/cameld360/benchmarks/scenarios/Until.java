package org.cameld360.benchmarks.scenarios;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, with a bound. */
final class Until {

    private static final long MOST = Duration.ofMinutes(2).toNanos();

    private Until() {}

    static void isTrue(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + MOST;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
