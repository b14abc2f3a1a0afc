package org.cameld360.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due later, on a clock that can be moved. Tasks run one after the other, in the order in which they are due, each at the time that it
 * is due at, also where several are passed in one journey. They have to be short.
 */
public final class Timeline implements AutoCloseable {

    private record Task(Instant due, long order, Runnable action) {}

    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

    /** A clock that a test brought may jump without telling. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final MovableClock clock;
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::order));
    /** What takes its time elsewhere. Guarded by the tasks. */
    private final Set<Long> awaited = new HashSet<>();

    /** Held while a task runs, and during a journey. Taken before the monitor of the tasks. */
    private final ReentrantLock running = new ReentrantLock();

    private final Thread thread = new Thread(this::run, "d360-simulator-time");
    private long lastOrder;
    private boolean closed;

    public Timeline(Clock base) {
        this.clock = new MovableClock(base);
        thread.setDaemon(true);
    }

    public Clock clock() {
        return clock;
    }

    public void start() {
        thread.start();
    }

    public void after(Duration delay, Runnable action) {
        Instant due = clock.instant().plus(delay);
        synchronized (tasks) {
            tasks.add(new Task(due, ++lastOrder, action));
            tasks.notifyAll();
        }
    }

    /** The action becomes due once the work is done, however it ends. A journey goes no further until then, so the work must not last. */
    public void once(CompletableFuture<?> work, Runnable action) {
        long number;
        synchronized (tasks) {
            number = ++lastOrder;
            awaited.add(number);
        }
        CompletableFuture<Void> told = work.handle((result, failure) -> {
            workDone(number, action);
            return null;
        });
        LOG.trace("Work {}: {}", number, told);
    }

    /** Moves the clock ahead. What falls due on the way has been done when this returns. */
    public void travel(Duration distance) {
        if (distance.isNegative()) {
            throw new IllegalArgumentException("time goes on only: " + distance);
        }
        running.lock();
        try {
            Instant end = clock.instant().plus(distance);
            awaitWork();
            for (Task task = takeDueBy(end); task != null; task = takeDueBy(end)) {
                clock.moveTo(task.due());
                perform(task);
                awaitWork();
            }
            clock.moveTo(end);
        } finally {
            running.unlock();
        }
    }

    /** Drops what is due, waits for what runs, and returns to the time of the base clock. */
    public void reset() {
        running.lock();
        try {
            synchronized (tasks) {
                tasks.clear();
                awaited.clear();
                tasks.notifyAll();
            }
            clock.reset();
        } finally {
            running.unlock();
        }
    }

    @Override
    public void close() {
        synchronized (tasks) {
            closed = true;
            tasks.clear();
            awaited.clear();
            tasks.notifyAll();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            while (awaitDue()) {
                running.lock();
                try {
                    Task task = takeDueBy(clock.instant());
                    if (task != null) {
                        perform(task);
                    }
                } finally {
                    running.unlock();
                }
            }
        } catch (InterruptedException e) {
            // Closed: nothing is due any more.
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitDue() throws InterruptedException {
        synchronized (tasks) {
            while (!closed) {
                Task next = tasks.peek();
                if (next == null) {
                    tasks.wait();
                    continue;
                }
                Duration left = Duration.between(clock.instant(), next.due());
                if (left.isNegative() || left.isZero()) {
                    return true;
                }
                tasks.wait(Math.max(1, Math.min(left.toMillis(), LOOK_AGAIN.toMillis())));
            }
            return false;
        }
    }

    /** Not where everything was forgotten in the meantime. */
    private void workDone(long number, Runnable action) {
        synchronized (tasks) {
            if (awaited.remove(number)) {
                after(Duration.ZERO, action);
            }
        }
    }

    private void awaitWork() {
        synchronized (tasks) {
            Set<Long> begun = Set.copyOf(awaited);
            try {
                while (begun.stream().anyMatch(awaited::contains)) {
                    tasks.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Task takeDueBy(Instant end) {
        synchronized (tasks) {
            Task next = tasks.peek();
            return next == null || next.due().isAfter(end) ? null : tasks.poll();
        }
    }

    private static void perform(Task task) {
        try {
            task.action().run();
        } catch (RuntimeException e) {
            LOG.warn("What was due could not be done", e);
        }
    }
}
