package org.cameld360.media.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.media.Contents;
import org.cameld360.media.media.Digests;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.store.MediaStore;
import org.cameld360.media.store.StoredMedia;
import org.jspecify.annotations.Nullable;

/**
 * Media ids by content: what was uploaded once is not uploaded again as long as 360dialog holds it. Of several that want
 * an id for the same content at the same time, one uploads it for all.
 */
public final class MediaIds {

    /** Sooner than 360dialog does, an id is forgotten here, since the message that carries it may be read later. */
    static final Duration SPARE = Duration.ofDays(1);

    private final StoreAccess store;
    private final Executor workers;
    private final Clock clock;
    private final Map<String, CompletableFuture<HeldMedia>> underWay = new ConcurrentHashMap<>();

    /**
     * For one store.
     *
     * @param store may block and may fail
     * @param storeWorkers threads that the store may block
     * @param workers threads that read media to tell what it is
     */
    public MediaIds(MediaStore store, Executor storeWorkers, Executor workers, Clock clock) {
        this.store = new StoreAccess(store, storeWorkers, clock);
        this.workers = workers;
        this.clock = clock;
    }

    /** The id that the same content has with the same key, or that of an upload. */
    public CompletableFuture<HeldMedia> idFor(D360Client client, MediaSource source, MediaDecision decision) {
        return CompletableFuture.supplyAsync(() -> sha256(source), workers)
                .exceptionally(unreadable -> "")
                .thenCompose(sha256 -> sha256.isEmpty()
                        // the upload meets the same trouble, and has the words for it
                        ? client.upload(source, decision).thenApply(media -> new HeldMedia(media, false))
                        : shared(client, source, decision, sha256));
    }

    /** The API does not take that id any more. */
    public CompletableFuture<Void> forget(String mediaId) {
        return store.forget(mediaId);
    }

    private CompletableFuture<HeldMedia> shared(
            D360Client client, MediaSource source, MediaDecision decision, String sha256) {
        String key = key(client.target(), sha256, decision.contentType());
        CompletableFuture<HeldMedia> mine = new CompletableFuture<>();
        CompletableFuture<HeldMedia> others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return others.handle(Theirs::new)
                    .thenCompose(theirs -> afterOthers(client, source, decision, sha256, theirs));
        }
        var unused = findOrUpload(client, source, decision, sha256, key).whenComplete((held, failure) -> {
            underWay.remove(key, mine);
            if (failure == null) {
                mine.complete(held);
            } else {
                mine.completeExceptionally(Failures.cause(failure));
            }
        });
        return mine;
    }

    /** What another exchange got for the same content. */
    private record Theirs(
            @Nullable HeldMedia held, @Nullable Throwable failure) {}

    /** Trouble with the medium of another exchange is not the trouble of this one; trouble with the service is. */
    private CompletableFuture<HeldMedia> afterOthers(
            D360Client client, MediaSource source, MediaDecision decision, String sha256, Theirs theirs) {
        if (theirs.held() != null && theirs.held().media().sha256().equals(sha256)) {
            UploadedMedia media = theirs.held().media();
            return CompletableFuture.completedFuture(reused(media.id(), media.expiresAt(), source, decision, sha256));
        }
        Throwable failure = theirs.failure() == null ? null : Failures.cause(theirs.failure());
        return failure == null || failure instanceof MediaRejectedException
                ? shared(client, source, decision, sha256)
                : CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<HeldMedia> findOrUpload(
            D360Client client, MediaSource source, MediaDecision decision, String sha256, String key) {
        return store.find(key).thenCompose(stored -> {
            if (stored != null && isGood(stored, client.target().version())) {
                return CompletableFuture.completedFuture(
                        reused(stored.mediaId(), stored.expiresAt(), source, decision, sha256));
            }
            return client.upload(source, decision)
                    .thenCompose(media -> media.sha256().equals(sha256)
                            ? store.put(key, new StoredMedia(media.id(), media.expiresAt()))
                                    .thenApply(kept -> new HeldMedia(media, false))
                            : CompletableFuture.completedFuture(new HeldMedia(media, false)));
        });
    }

    private boolean isGood(StoredMedia stored, ApiVersion version) {
        Instant latest = stored.expiresAt().minus(SPARE);
        if (!clock.instant().isBefore(latest)) {
            return false;
        }
        try {
            D360Client.checkId(version, stored.mediaId());
            return true;
        } catch (MediaRejectedException noId) {
            return false;
        }
    }

    private static HeldMedia reused(
            String id, Instant expiresAt, MediaSource source, MediaDecision decision, String sha256) {
        return new HeldMedia(
                new UploadedMedia(
                        id,
                        decision.type().value(),
                        decision.contentType(),
                        decision.fileName(),
                        source.length(),
                        sha256,
                        expiresAt),
                true);
    }

    private static String sha256(MediaSource source) {
        try {
            return Contents.sha256(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that tells whether an id serves: the content, what it was uploaded as, and where, with which key. */
    private static String key(ApiTarget target, String sha256, String contentType) {
        String text = String.join(
                "\n",
                sha256,
                contentType,
                target.version().value(),
                target.baseUrl().toString(),
                target.key().fingerprint());
        return HexFormat.of().formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
