package org.cameld360.media.store;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for as long as it lives, and a bounded number: when it is full, what was used least recently goes first. An
 * entry takes about 400 bytes of heap. Never blocks for longer than a look into a map, and never fails.
 */
public final class MemoryMediaStore implements MediaStore {

    /** How many entries there is room for where nothing else is said. */
    public static final int DEFAULT_MAX_ENTRIES = 10_000;

    private final Entries entries;

    /** With room for {@value #DEFAULT_MAX_ENTRIES} entries. */
    public MemoryMediaStore() {
        this(DEFAULT_MAX_ENTRIES);
    }

    /**
     * @param maxEntries 1 or more
     * @throws IllegalArgumentException where it is less
     */
    public MemoryMediaStore(int maxEntries) {
        this(maxEntries, Clock.systemUTC());
    }

    MemoryMediaStore(int maxEntries, Clock clock) {
        entries = new Entries(maxEntries, Entries.First.LEAST_RECENTLY_USED, clock);
    }

    @Override
    public synchronized @Nullable StoredMedia find(String key) {
        return entries.find(Limits.key(key));
    }

    @Override
    public synchronized void put(String key, StoredMedia media) {
        Limits.mediaId(media.mediaId());
        entries.put(Limits.key(key), media);
    }

    @Override
    public synchronized void forget(String mediaId) {
        entries.forget(mediaId);
    }

    synchronized int size() {
        return entries.size();
    }
}
