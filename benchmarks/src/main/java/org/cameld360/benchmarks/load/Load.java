package org.cameld360.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.measure.Meter;
import org.cameld360.benchmarks.measure.Round;
import org.jspecify.annotations.Nullable;

/** Always so many messages on their way: the next begins when one has ended. */
public final class Load implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final int inFlight;
    private final List<Path> files;
    private final long bytes;
    private final ExecutorService threads;

    /**
     * Of these files.
     *
     * @param files sent in turn, all of one length
     * @param bytes that length
     */
    public Load(int inFlight, List<Path> files, long bytes) {
        this.inFlight = inFlight;
        this.files = files;
        this.bytes = bytes;
        this.threads = Executors.newFixedThreadPool(inFlight);
    }

    /** For so long. One that fails fails the round: what fails is fast. */
    public Round run(Contender contender, Duration time) {
        return run(contender, time, Long.MAX_VALUE);
    }

    /** So many, however long it takes. */
    public Round run(Contender contender, long messages) {
        return run(contender, LONGEST, messages);
    }

    private Round run(Contender contender, Duration time, long messages) {
        Meter meter = new Meter(contender.threadName());
        Run run = new Run(contender, System.nanoTime() + time.toNanos(), messages);
        if (contender.blocks()) {
            for (int slot = 0; slot < inFlight; slot++) {
                threads.execute(run::inTurn);
            }
        } else {
            for (int slot = 0; slot < inFlight; slot++) {
                run.next();
            }
        }
        run.over.join();
        long count = run.count.get();
        return meter.end(count, count * bytes);
    }

    private final class Run {
        private final Contender contender;
        private final long end;
        private final long most;
        private final AtomicLong begun = new AtomicLong();
        private final AtomicInteger slots = new AtomicInteger(inFlight);
        private final AtomicLong count = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        Run(Contender contender, long end, long most) {
            this.contender = contender;
            this.end = end;
            this.most = most;
        }

        private boolean goesOn() {
            return failure.get() == null && System.nanoTime() < end && begun.getAndIncrement() < most;
        }

        private CompletableFuture<@Nullable Throwable> process() {
            return contender
                    .process(files.get((int) (count.get() % files.size())))
                    .handle((id, e) -> {
                        if (e != null) {
                            failure.compareAndSet(null, e);
                        }
                        count.incrementAndGet();
                        return e;
                    });
        }

        /** On a thread of its own for each slot. */
        void inTurn() {
            while (goesOn()) {
                process().join();
            }
            leave();
        }

        /** On whatever thread the last one ended. */
        void next() {
            while (goesOn()) {
                CompletableFuture<@Nullable Throwable> one = process();
                if (!one.isDone()) {
                    one.thenAccept(e -> next()).exceptionally(this::broken);
                    return;
                }
            }
            leave();
        }

        private @Nullable Void broken(Throwable e) {
            over.completeExceptionally(e);
            return null;
        }

        private void leave() {
            if (slots.decrementAndGet() == 0) {
                Throwable e = failure.get();
                if (e == null) {
                    over.complete(null);
                } else {
                    over.completeExceptionally(new IllegalStateException(contender.name() + " failed", e));
                }
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
