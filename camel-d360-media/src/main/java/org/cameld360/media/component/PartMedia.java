package org.cameld360.media.component;

import java.util.concurrent.CompletableFuture;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.HeldMedia;
import org.jspecify.annotations.Nullable;

/** The id of one part for all its recipients. An id that the API does not take is replaced once. */
final class PartMedia {

    private final Uploads uploads;
    private final PreparedMedia media;
    private @Nullable CompletableFuture<HeldMedia> held;
    private boolean renewed;

    /** @param before what an earlier attempt of the exchange has got, or {@code null} */
    PartMedia(Uploads uploads, PreparedMedia media, @Nullable HeldMedia before) {
        this.uploads = uploads;
        this.media = media;
        this.held = before == null ? null : CompletableFuture.completedFuture(before);
    }

    /** Uploaded when the first recipient wants it. */
    synchronized CompletableFuture<HeldMedia> id() {
        CompletableFuture<HeldMedia> known = held;
        if (known == null) {
            known = uploads.of(media);
            held = known;
        }
        return known;
    }

    /** Another id in the place of that one, or {@code null} where there is no more to try. */
    synchronized @Nullable CompletableFuture<HeldMedia> insteadOf(UploadedMedia refused) {
        CompletableFuture<HeldMedia> known = held;
        boolean replacedAlready = renewed && known != null && !isId(known, refused.id());
        if (replacedAlready) {
            return known;
        }
        if (renewed) {
            return null;
        }
        renewed = true;
        held = uploads.forget(refused.id()).thenCompose(forgotten -> uploads.of(media));
        return held;
    }

    private static boolean isId(CompletableFuture<HeldMedia> known, String id) {
        return known.isDone()
                && !known.isCompletedExceptionally()
                && known.join().media().id().equals(id);
    }
}
