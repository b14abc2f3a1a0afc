package org.cameld360.media.client;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches that an attempt gets on. It allows each step a time, and barks once if neither the next step nor a sign of
 * progress came within it: whatever the network, the server or HttpClient does, the attempt ends.
 */
final class Watchdog {

    private final ScheduledExecutorService timer;
    private final Consumer<String> bark;
    private @Nullable ScheduledFuture<?> next;
    private boolean stopped;
    private long nextLook;
    private long nanos;
    private String complaint = "";
    private volatile long since;

    /** @param bark takes the complaint */
    Watchdog(ScheduledExecutorService timer, Consumer<String> bark) {
        this.timer = timer;
        this.bark = bark;
    }

    /** A step begins. */
    synchronized void allow(Duration time, String complaintAfterwards) {
        if (stopped) {
            return;
        }
        nanos = time.toNanos();
        complaint = complaintAfterwards;
        since = System.nanoTime();
        // a look that comes too early looks again later: most attempts are over before, and cost the timer one entry
        // only
        if (next == null || nextLook - since > nanos) {
            lookAfter(nanos);
        }
    }

    /** The step gets on: its time begins anew. */
    void progress() {
        since = System.nanoTime();
    }

    synchronized void stop() {
        stopped = true;
        cancel();
    }

    private void look() {
        String why;
        synchronized (this) {
            if (stopped) {
                return;
            }
            long left = nanos - (System.nanoTime() - since);
            if (left > 0) {
                lookAfter(left);
                return;
            }
            why = complaint;
        }
        bark.accept(why);
    }

    private void lookAfter(long delay) {
        cancel();
        nextLook = System.nanoTime() + delay;
        try {
            next = timer.schedule(this::look, delay, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopping) {
            // the transport ends its attempts by itself before the timer stops
        }
    }

    private void cancel() {
        ScheduledFuture<?> waiting = next;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
