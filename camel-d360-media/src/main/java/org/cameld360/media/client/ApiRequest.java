package org.cameld360.media.client;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as a value.
 *
 * @param method the HTTP method
 * @param uri absolute; on the host of the target
 * @param payload the body, or {@code null} for none
 * @param download where the body of a successful answer goes, or {@code null} to keep it in memory
 */
record ApiRequest(
        String method,
        URI uri,
        @Nullable MediaPayload payload,
        @Nullable Download download) {

    /**
     * @param file an existing, empty file
     * @param maxBytes more than that ends the download
     */
    record Download(Path file, long maxBytes) {}

    static ApiRequest get(URI uri) {
        return new ApiRequest("GET", uri, null, null);
    }

    static ApiRequest get(URI uri, Download download) {
        return new ApiRequest("GET", uri, null, download);
    }

    static ApiRequest delete(URI uri) {
        return new ApiRequest("DELETE", uri, null, null);
    }

    static ApiRequest post(URI uri, MediaPayload payload) {
        return new ApiRequest("POST", uri, payload, null);
    }
}
