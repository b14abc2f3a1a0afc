package org.cameld360.media.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.store.MediaStore;
import org.cameld360.media.store.StoredMedia;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of which nothing is expected. Where it fails or hangs, nobody learns of it but the log, and it is left alone
 * for a while.
 */
final class StoreAccess {

    private static final Logger LOG = LoggerFactory.getLogger(MediaIds.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(30);

    /** Something that a store does. */
    private interface Use<T> {
        @Nullable
        T of(MediaStore store) throws Exception;
    }

    private final MediaStore store;
    private final Executor workers;
    private final Clock clock;
    private volatile Instant restUntil = Instant.MIN;

    StoreAccess(MediaStore store, Executor workers, Clock clock) {
        this.store = store;
        this.workers = workers;
        this.clock = clock;
    }

    /** What is known; {@code null} also where the store can't tell. */
    CompletableFuture<@Nullable StoredMedia> find(String key) {
        return use(reached -> reached.find(key));
    }

    CompletableFuture<Void> put(String key, StoredMedia media) {
        return use(reached -> {
            reached.put(key, media);
            return null;
        });
    }

    CompletableFuture<Void> forget(String mediaId) {
        return use(reached -> {
            reached.forget(mediaId);
            return null;
        });
    }

    private <T> CompletableFuture<@Nullable T> use(Use<T> use) {
        if (clock.instant().isBefore(restUntil)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<@Nullable T> result = new CompletableFuture<>();
        try {
            workers.execute(() -> {
                try {
                    result.complete(use.of(store));
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
        }
        return result.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).exceptionally(failure -> {
            leaveAlone(Failures.cause(failure));
            return null;
        });
    }

    private void leaveAlone(Throwable failure) {
        Instant now = clock.instant();
        boolean known = now.isBefore(restUntil);
        restUntil = now.plus(REST);
        if (!known) {
            LOG.warn(
                    "The media store {} can't be used ({}: {}). Media is uploaded again instead; the next look is in {} s.",
                    store.getClass().getSimpleName(),
                    failure.getClass().getSimpleName(),
                    Rejections.shown(String.valueOf(failure.getMessage())),
                    REST.toSeconds());
        }
    }
}
