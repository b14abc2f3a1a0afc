package org.cameld360.benchmarks.measure;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measures from its making to its end; what goes up and down it looks at all the while. */
public final class Meter {

    private static final long EVERY_MILLIS = 20;

    private final long nanos = System.nanoTime();
    private final long cpuNanos = Usage.cpuNanos();
    private final long allocated = Usage.allocatedBytes();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread watcher = new Thread(this::watch, "meter");

    private long heap;
    private long heapAfterCollection;
    private int threads;
    private long handles;

    public Meter() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        try {
            do {
                look();
            } while (!over.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        heap = Math.max(heap, Usage.heap());
        heapAfterCollection = Math.max(heapAfterCollection, Usage.heapAfterCollection());
        threads = Math.max(threads, Usage.threads());
        handles = Math.max(handles, Usage.handles());
    }

    /** For so many messages with so many bytes in all. */
    public Round end(long messages, long bytes) {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        double cpuMicros = (Usage.cpuNanos() - cpuNanos) / 1e3;
        double allocatedBytes = Usage.allocatedBytes() - allocated;
        look();
        over.countDown();
        synchronized (this) {
            return new Round(
                    messages / seconds,
                    bytes / seconds / 1e6,
                    cpuMicros / messages,
                    allocatedBytes / messages,
                    heap,
                    heapAfterCollection,
                    threads,
                    handles);
        }
    }
}
