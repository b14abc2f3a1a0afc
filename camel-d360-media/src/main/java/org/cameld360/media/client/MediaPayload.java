package org.cameld360.media.client;

import org.cameld360.media.media.BytesSource;
import org.cameld360.media.media.MediaSource;

/**
 * The body of a request: a source, and what frames it. Each attempt opens the source anew.
 *
 * @param contentType of the whole body
 * @param before bytes before the source
 * @param source the medium, or JSON
 * @param after bytes behind the source
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed to nobody who would write to it
record MediaPayload(String contentType, byte[] before, MediaSource source, byte[] after) {

    private static final byte[] NOTHING = {};

    static MediaPayload raw(String contentType, MediaSource source) {
        return new MediaPayload(contentType, NOTHING, source, NOTHING);
    }

    static MediaPayload json(byte[] json) {
        return raw("application/json", BytesSource.of(json));
    }

    long length() {
        return before.length + source.length() + after.length;
    }
}
