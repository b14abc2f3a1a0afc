package org.cameld360.media.component;

import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Threads that exchanges go on in: few as long as these get on, and more as soon as they don't. What a route does next may
 * block, even until another exchange of ours is over, so there is no number that would always be enough; and a thread for each
 * answer would be hundreds where many answers come at once.
 */
final class Workers implements Executor {

    /** How long the next task may wait before it is taken that all threads are blocked. */
    static final long STUCK_MILLIS = 50;

    private final ThreadPoolExecutor pool;
    private final ScheduledExecutorService timer;
    private final int few;
    private final AtomicBoolean watched = new AtomicBoolean();

    /**
     * Takes over how many threads the pool has.
     *
     * @param pool with an unbounded queue
     * @param few how many threads are enough where nothing blocks
     */
    Workers(ThreadPoolExecutor pool, int few, ScheduledExecutorService timer) {
        this.pool = pool;
        this.few = few;
        this.timer = timer;
        pool.setMaximumPoolSize(Integer.MAX_VALUE);
        pool.setCorePoolSize(few);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
        watch();
    }

    /** All that wait get a thread now. */
    void hurry() {
        grow(Integer.MAX_VALUE);
    }

    private void watch() {
        Runnable next = queue().peek();
        if (next != null && watched.compareAndSet(false, true)) {
            lookAfter(next);
        }
    }

    private void lookAfter(Runnable next) {
        try {
            var unused = timer.schedule(() -> look(next), STUCK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            watched.set(false);
            hurry();
        }
    }

    private void look(Runnable before) {
        @Nullable Runnable next = queue().peek();
        if (next == before) {
            grow(Math.max(few, pool.getPoolSize()));
        }
        if (next != null) {
            lookAfter(next);
            return;
        }
        pool.setCorePoolSize(few);
        watched.set(false);
        watch();
    }

    private void grow(int most) {
        int more = Math.min(queue().size(), most);
        if (more > 0) {
            pool.setCorePoolSize(pool.getPoolSize() + more);
        }
    }

    private Queue<Runnable> queue() {
        return pool.getQueue();
    }
}
