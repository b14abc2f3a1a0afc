package org.cameld360.media.component;

import java.util.concurrent.CompletableFuture;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.HeldMedia;
import org.cameld360.media.client.MediaIds;
import org.cameld360.media.observe.Observer;
import org.jspecify.annotations.Nullable;

/** Gets media an id: that of an earlier upload where {@code reuseMedia} is on, else that of an upload of its own. */
final class Uploads {

    private final D360Client client;
    private final @Nullable MediaIds known;
    private final Observer observer;

    /** @param known what was uploaded before, or {@code null} where nothing is to be used again */
    Uploads(D360Client client, @Nullable MediaIds known, Observer observer) {
        this.client = client;
        this.known = known;
        this.observer = observer;
    }

    CompletableFuture<HeldMedia> of(PreparedMedia media) {
        return known != null
                ? known.idFor(client, media.source(), media.decision()).thenApply(this::counted)
                : client.upload(media.source(), media.decision()).thenApply(uploaded -> new HeldMedia(uploaded, false));
    }

    private HeldMedia counted(HeldMedia held) {
        if (held.reused()) {
            observer.reused();
        }
        return held;
    }

    /** The API does not know that id, or not any more. */
    CompletableFuture<Void> forget(String mediaId) {
        return known != null ? known.forget(mediaId) : CompletableFuture.completedFuture(null);
    }
}
