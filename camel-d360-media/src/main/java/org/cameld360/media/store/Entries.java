package org.cameld360.media.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bounded number of entries; what has expired leaves within a minute of use. Not for several threads at once. */
final class Entries {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    /** Which entry goes first when there is no room. */
    enum First {
        LEAST_RECENTLY_USED,
        LEAST_RECENTLY_PUT
    }

    private final Map<String, StoredMedia> byKey;
    private final int max;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;

    Entries(int max, First first, Clock clock) {
        if (max < 1) {
            throw new IllegalArgumentException("A store with room for " + max + " entries remembers nothing.");
        }
        this.max = max;
        this.clock = clock;
        this.byKey = new LinkedHashMap<>(16, 0.75f, first == First.LEAST_RECENTLY_USED);
    }

    @Nullable
    StoredMedia find(String key) {
        sweep();
        return byKey.get(key);
    }

    void put(String key, StoredMedia media) {
        sweep();
        byKey.remove(key);
        byKey.put(key, media);
        if (byKey.size() > max) {
            byKey.remove(byKey.keySet().iterator().next());
        }
    }

    void forget(String mediaId) {
        byKey.values().removeIf(media -> media.mediaId().equals(mediaId));
    }

    void clear() {
        byKey.clear();
    }

    int size() {
        return byKey.size();
    }

    void removeExpired() {
        Instant now = clock.instant();
        byKey.values().removeIf(media -> !media.expiresAt().isAfter(now));
        nextSweep = now.plus(BETWEEN_SWEEPS);
    }

    /** The one that goes first is the first. */
    Map<String, StoredMedia> inOrder() {
        return Collections.unmodifiableMap(byKey);
    }

    private void sweep() {
        if (!clock.instant().isBefore(nextSweep)) {
            removeExpired();
        }
    }
}
