package org.cameld360.media.component;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The component's own threads: one timer, and workers that exchanges go on in. */
final class Threads {

    private static final int STORE_THREADS = 8;
    private static final int STORE_QUEUE = 1_000;

    private final ExecutorService pool;
    private final Executor workers;
    private final ExecutorService storePool;
    private final ScheduledThreadPoolExecutor timer;

    private Threads(
            ExecutorService pool, Executor workers, ExecutorService storePool, ScheduledThreadPoolExecutor timer) {
        this.pool = pool;
        this.workers = workers;
        this.storePool = storePool;
        this.timer = timer;
    }

    static Threads start(ExecutorServiceManager manager, Object owner) {
        ExecutorService storePool = manager.newThreadPool(
                owner,
                "d360-media-store",
                new ThreadPoolProfileBuilder("d360-media-store")
                        .poolSize(STORE_THREADS)
                        .maxPoolSize(STORE_THREADS)
                        .maxQueueSize(STORE_QUEUE)
                        .allowCoreThreadTimeOut(true)
                        .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                        .build());
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "d360-media-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        int few = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = manager.newThreadPool(
                owner,
                "d360-media",
                new ThreadPoolProfileBuilder("d360-media")
                        .poolSize(few)
                        .maxPoolSize(few)
                        .keepAliveTime(5L)
                        .maxQueueSize(Integer.MAX_VALUE)
                        .allowCoreThreadTimeOut(true)
                        .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                        .build());
        if (pool instanceof ThreadPoolExecutor growing) {
            return new Threads(pool, new Workers(growing, few, timer), storePool, timer);
        }
        // an application may have its pools made otherwise, of virtual threads say, and then they can't be told to grow
        manager.shutdownNow(pool);
        ExecutorService unbounded = manager.newCachedThreadPool(owner, "d360-media");
        return new Threads(unbounded, unbounded, storePool, timer);
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** Threads that a media store may block; no more than a few, so that one that hangs takes no others with it. */
    Executor storeWorkers() {
        return storePool;
    }

    /** Runs on the caller's thread where the pool is shut down: an exchange that waits must end all the same. */
    Executor workers() {
        return task -> {
            try {
                workers.execute(task);
            } catch (RejectedExecutionException stopped) {
                task.run();
            }
        };
    }

    /** The transports are closed already, and have ended what waited for the timer. */
    void close(ExecutorServiceManager manager) {
        timer.shutdownNow();
        manager.shutdownNow(storePool);
        pool.shutdown();
        if (workers instanceof Workers growing) {
            growing.hurry();
        }
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
