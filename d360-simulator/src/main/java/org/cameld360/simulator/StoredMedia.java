package org.cameld360.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Media that was uploaded and not deleted.
 *
 * @param contentType as the upload declared it, parameters included
 * @param fileName the name in the multipart upload; v1 has none
 * @param size in bytes
 * @param sha256 in lower-case hex
 * @param file holds the bytes as they were uploaded
 */
public record StoredMedia(
        String id,
        ApiVersion apiVersion,
        String contentType,
        @Nullable String fileName,
        long size,
        String sha256,
        Path file) {}
