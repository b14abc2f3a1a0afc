package org.cameld360.media.client;

import org.jspecify.annotations.Nullable;

/**
 * A medium that was written to the caller's file.
 *
 * @param contentType its MIME type as the server says, or {@code null}
 * @param fileName its name as the server says, or {@code null}; not made safe yet
 * @param size in bytes
 * @param sha256 hex
 */
public record DownloadedMedia(
        @Nullable String contentType, @Nullable String fileName, long size, String sha256) {}
