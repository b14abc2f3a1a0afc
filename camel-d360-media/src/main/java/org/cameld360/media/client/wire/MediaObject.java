package org.cameld360.media.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The medium in a message: {@code id} or {@code link}, never both. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaObject(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("link") @Nullable String link,
        @JsonProperty("caption") @Nullable String caption,
        @JsonProperty("filename") @Nullable String filename,
        @JsonProperty("voice") @Nullable Boolean voice) {}
