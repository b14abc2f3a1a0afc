package org.cameld360.media.client.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What v2 tells of a medium.
 *
 * @param url where it can be downloaded for five minutes; on Meta's host, to be rewritten
 * @param mimeType its MIME type
 * @param sha256 hex
 * @param fileSize in bytes; a number or a text on the wire
 */
public record MediaMetadata(
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("mime_type") @Nullable String mimeType,
        @JsonProperty("sha256") @Nullable String sha256,
        @JsonProperty("file_size") @Nullable Long fileSize) {}
