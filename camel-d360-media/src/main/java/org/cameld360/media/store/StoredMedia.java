package org.cameld360.media.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A media id, and how long it can be used.
 *
 * @param mediaId opaque
 * @param expiresAt when 360dialog forgets it; kept to the millisecond, as every store can hold that
 */
public record StoredMedia(String mediaId, Instant expiresAt) {

    public StoredMedia {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
