package org.cameld360.media.store;

import org.jspecify.annotations.Nullable;

/**
 * Remembers which media id the same content has already. Implementations may block, may be shared by threads and
 * processes, and may fail: a store that is down never stops a send.
 *
 * <p>A store is a memory and not a truth. Whatever it forgets costs one more upload, so it may drop what it likes, and
 * where two write under one key at the same time either may win. What it must not do is to return a media id under
 * another key than the one that it was put under, or a part of one.
 *
 * <p>A key is 64 lower-case hexadecimal characters: a SHA-256 over the content and all that tells whether an id serves
 * for it, made by the caller. It says nothing about either, and holds no API key. Whoever can read a store learns media
 * ids, which are of no use without the API key.
 *
 * <p>Every method may be called by any number of threads at once. An exception means that the store could not do it, now;
 * it is reported by the caller, who goes on without. A store should give up by itself within seconds, since a send waits
 * for it.
 */
public interface MediaStore {

    /**
     * What is known under that key, or {@code null}. Expired entries may be returned; the caller looks at the time.
     *
     * @throws Exception where the store can't tell
     */
    @Nullable
    StoredMedia find(String key) throws Exception;

    /**
     * Remembers; replaces what was there. When it returns, the calling thread finds it, unless the store is full of what
     * it deems worth more or somebody else has replaced it or made the store forget it.
     *
     * @throws Exception where it is not remembered, or may not be
     */
    void put(String key, StoredMedia media) throws Exception;

    /**
     * Forgets every key that leads to that media id: the API does not take it any more. An id that nobody knows is no
     * error.
     *
     * @throws Exception where it is not forgotten, or may not be
     */
    void forget(String mediaId) throws Exception;
}
