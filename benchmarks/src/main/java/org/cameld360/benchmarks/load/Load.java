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

/** Always so many uploads on their way: the next begins when one has ended. */
public final class Load implements AutoCloseable {

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

    /** One round. A failed upload fails the round: what fails is fast. */
    public Round run(Contender contender, Duration time) {
        Meter meter = new Meter();
        long end = System.nanoTime() + time.toNanos();
        Run run = new Run(contender, end);
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
        private final AtomicInteger slots = new AtomicInteger(inFlight);
        private final AtomicLong count = new AtomicLong();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final CompletableFuture<Void> over = new CompletableFuture<>();

        Run(Contender contender, long end) {
            this.contender = contender;
            this.end = end;
        }

        private boolean goesOn() {
            return failure.get() == null && System.nanoTime() < end;
        }

        private CompletableFuture<@Nullable Throwable> upload() {
            return contender
                    .upload(files.get((int) (count.get() % files.size())))
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
                upload().join();
            }
            leave();
        }

        /** On whatever thread the last one ended. */
        void next() {
            while (goesOn()) {
                CompletableFuture<@Nullable Throwable> upload = upload();
                if (!upload.isDone()) {
                    upload.thenAccept(e -> next()).exceptionally(this::broken);
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
