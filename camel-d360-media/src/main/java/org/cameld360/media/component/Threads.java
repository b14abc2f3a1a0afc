package org.cameld360.media.component;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.camel.spi.ExecutorServiceManager;

/** The component's own threads: one timer, and workers that exchanges go on in, as many as are busy. */
final class Threads {

    private final ExecutorService pool;
    private final ScheduledThreadPoolExecutor timer;

    private Threads(ExecutorService pool, ScheduledThreadPoolExecutor timer) {
        this.pool = pool;
        this.timer = timer;
    }

    static Threads start(ExecutorServiceManager manager, Object owner) {
        // unbounded: what a route does next may wait for another exchange of ours, and that one needs a thread too
        ExecutorService pool = manager.newCachedThreadPool(owner, "d360-media");
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "d360-media-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return new Threads(pool, timer);
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Runs on the caller's thread where the pool is shut down: an exchange that waits must end all the same. */
    Executor workers() {
        return task -> {
            try {
                pool.execute(task);
            } catch (RejectedExecutionException stopped) {
                task.run();
            }
        };
    }

    /** The transports are closed already, and have ended what waited for the timer. */
    void close(ExecutorServiceManager manager) {
        timer.shutdownNow();
        pool.shutdown();
        try {
            manager.awaitTermination(pool, manager.getShutdownAwaitTermination());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Runnable lost : pool.shutdownNow()) {
            lastThread(lost).start();
        }
        manager.shutdownNow(pool);
    }

    /** Where every worker is held up by what comes next in the route, exchanges still waiting for one must end too. */
    private static Thread lastThread(Runnable lost) {
        Thread thread = new Thread(lost, "d360-media-last");
        thread.setDaemon(true);
        return thread;
    }
}
