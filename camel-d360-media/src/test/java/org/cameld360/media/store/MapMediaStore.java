package org.cameld360.media.store;

import java.time.Instant;
import java.util.concurrent.ConcurrentMap;

// docs
/** Remembers in any map of texts, such as one that a cluster shares. */
final class MapMediaStore implements MediaStore {

    private final ConcurrentMap<String, String> map;

    MapMediaStore(ConcurrentMap<String, String> map) {
        this.map = map;
    }

    @Override
    public StoredMedia find(String key) {
        String value = map.get(key);
        if (value == null) {
            return null;
        }
        String[] timeAndId = value.split(" ", 2);
        return new StoredMedia(timeAndId[1], Instant.parse(timeAndId[0]));
    }

    @Override
    public void put(String key, StoredMedia media) {
        map.put(key, media.expiresAt() + " " + media.mediaId());
    }

    @Override
    public void forget(String mediaId) {
        map.forEach((key, value) -> {
            if (value.split(" ", 2)[1].equals(mediaId)) {
                map.remove(key, value);
            }
        });
    }
}
// end
