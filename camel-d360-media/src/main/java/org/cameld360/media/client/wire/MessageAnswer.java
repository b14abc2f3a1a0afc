package org.cameld360.media.client.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an accepted message is answered with, on both generations: {@code {"messages":[{"id":"…"}], …}}. */
public record MessageAnswer(
        @JsonProperty("messages") @Nullable List<Identified> messages) {

    /** The id of the message, or {@code null}. */
    public @Nullable String messageId() {
        return Identified.firstId(messages);
    }
}
