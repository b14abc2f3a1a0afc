package org.cameld360.examples.watchedfolder;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that looks into the folder again and again. An {@link Error}, such as lack of memory, would end that without a
 * word, and the program would stand there for ever.
 */
final class Looks extends ScheduledThreadPoolExecutor {

    private final Consumer<Throwable> onEnd;

    Looks(Consumer<Throwable> onEnd) {
        super(1, task -> new Thread(task, "looks into the folder"));
        this.onEnd = onEnd;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        super.afterExecute(task, thrown);
        Throwable cause = thrown == null ? failureOf(task) : thrown;
        if (cause != null) {
            onEnd.accept(cause);
        }
    }

    private static @Nullable Throwable failureOf(Runnable task) {
        if (task instanceof Future<?> future && future.isDone()) {
            try {
                future.get();
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (CancellationException e) {
                // it is told to end
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return null;
    }
}
