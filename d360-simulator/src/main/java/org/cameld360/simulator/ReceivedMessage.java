package org.cameld360.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that the API accepted.
 *
 * @param id as the answer gave it
 * @param to as it was sent
 * @param type {@code image}, {@code video}, {@code audio}, {@code document}, {@code sticker} or {@code text}
 * @param replyTo the message id in {@code context}
 * @param callbackData {@code biz_opaque_callback_data}
 * @param raw the whole request
 */
public record ReceivedMessage(
        ApiVersion apiVersion,
        String id,
        String to,
        String type,
        @Nullable String mediaId,
        @Nullable String link,
        @Nullable String caption,
        @Nullable String fileName,
        @Nullable Boolean voice,
        @Nullable String replyTo,
        @Nullable String callbackData,
        Instant at,
        JsonNode raw) {}
