package org.cameld360.benchmarks.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measures from its making to its end; what goes up and down it looks at all the while. */
public final class Meter {

    private static final long EVERY_MILLIS = 20;

    private final String threadName;
    private final long nanos = System.nanoTime();
    private final long cpuNanos = Usage.cpuNanos();
    private final Allocation allocation = new Allocation();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread watcher = new Thread(this::watch, "meter");

    private long heap;
    private long heapAfterCollection;
    private int threads;
    private int ownThreads;
    private long handles;

    /**
     * Begins.
     *
     * @param threadName what the names of the threads have in common that are counted for themselves; nothing for none
     */
    public Meter(String threadName) {
        this.threadName = threadName;
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
        allocation.look();
        heap = Math.max(heap, Usage.heap());
        heapAfterCollection = Math.max(heapAfterCollection, Usage.heapAfterCollection());
        threads = Math.max(threads, Usage.threads());
        if (!threadName.isEmpty()) {
            ownThreads = Math.max(ownThreads, Usage.threads(threadName));
        }
        handles = Math.max(handles, Usage.handles());
    }

    /** For so many messages with so many bytes in all. */
    public Round end(long messages, long bytes) {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        double cpuMicros = (Usage.cpuNanos() - cpuNanos) / 1e3;
        look();
        over.countDown();
        synchronized (this) {
            Map<Figure, Double> figures = new EnumMap<>(Figure.class);
            figures.put(Figure.MESSAGES, messages / seconds);
            figures.put(Figure.MEGABYTES, bytes / seconds / 1e6);
            figures.put(Figure.CPU, cpuMicros / messages);
            figures.put(Figure.ALLOCATED, (double) allocation.bytes() / messages);
            figures.put(Figure.HEAP, heap / 1e6);
            figures.put(Figure.LIVE, heapAfterCollection / 1e6);
            figures.put(Figure.THREADS, (double) threads);
            if (!threadName.isEmpty()) {
                figures.put(Figure.OWN_THREADS, (double) ownThreads);
            }
            figures.put(Figure.HANDLES, (double) handles);
            return new Round(figures);
        }
    }
}
