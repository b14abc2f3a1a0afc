package org.cameld360.media.client.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upload is answered with: {@code {"media":[{"id":"…"}]}} on v1, {@code {"id":"…"}} on v2. An early v2 gave the
 * shape of v1, so both are read on both.
 */
public record UploadAnswer(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("media") @Nullable List<Identified> media) {

    /** The id in either shape, or {@code null}. */
    public @Nullable String mediaId() {
        return id != null ? id : Identified.firstId(media);
    }
}
