package org.cameld360.media.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Waiting without a thread; all of it can be cut short. */
final class Pauses {

    private final ScheduledExecutorService timer;
    private final Map<Object, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Pauses(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Over when the delay is over, or when there are no pauses any more. */
    CompletableFuture<Void> pause(Duration delay) {
        Object id = new Object();
        CompletableFuture<Void> pause = new CompletableFuture<>();
        waiting.put(id, pause);
        try {
            ScheduledFuture<?> end = timer.schedule(() -> pause.complete(null), millis(delay), TimeUnit.MILLISECONDS);
            var unused = pause.thenRun(() -> {
                waiting.remove(id);
                end.cancel(false);
            });
        } catch (RejectedExecutionException stopping) {
            waiting.remove(id);
            pause.complete(null);
        }
        if (closed) {
            pause.complete(null);
        }
        return pause;
    }

    /** Never shorter than asked. */
    private static long millis(Duration delay) {
        return delay.plusNanos(999_999).toMillis();
    }

    void close() {
        closed = true;
        waiting.values().forEach(pause -> pause.complete(null));
    }
}
