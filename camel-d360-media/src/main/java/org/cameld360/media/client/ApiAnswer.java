package org.cameld360.media.client;

import org.jspecify.annotations.Nullable;

/**
 * What a server answered. Nothing in it is trusted.
 *
 * @param status the HTTP status
 * @param headers the few that matter
 * @param body the body, bounded; empty where it went to a file, unless that is JSON which may tell of an error
 * @param received what went to a file, or {@code null}
 * @param sentSha256 of the source that was sent, hex; {@code null} where none was sent to its end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and handed to nobody who would write to it
record ApiAnswer(
        int status,
        Headers headers,
        byte[] body,
        @Nullable Received received,
        @Nullable String sentSha256) {

    /** Values as they came, or {@code null}. */
    record Headers(
            @Nullable String contentType,
            @Nullable String contentDisposition,
            @Nullable String retryAfter,
            @Nullable String contentEncoding) {

        static final Headers NONE = new Headers(null, null, null, null);
    }

    /**
     * @param size in bytes
     * @param sha256 hex
     */
    record Received(long size, String sha256) {}

    ApiAnswer withSentSha256(@Nullable String sha256) {
        return new ApiAnswer(status, headers, body, received, sha256);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
