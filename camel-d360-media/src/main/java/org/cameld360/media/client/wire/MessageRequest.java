package org.cameld360.media.client.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A media message on the wire. Of the five media objects, the one that {@code type} names is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageRequest(
        @JsonProperty("messaging_product") @Nullable String messagingProduct,
        @JsonProperty("recipient_type") String recipientType,
        @JsonProperty("to") String to,
        @JsonProperty("type") String type,
        @JsonProperty("context") @Nullable Context context,
        @JsonProperty("biz_opaque_callback_data") @Nullable String callbackData,
        @JsonProperty("image") @Nullable MediaObject image,
        @JsonProperty("video") @Nullable MediaObject video,
        @JsonProperty("audio") @Nullable MediaObject audio,
        @JsonProperty("document") @Nullable MediaObject document,
        @JsonProperty("sticker") @Nullable MediaObject sticker) {

    /** The message that this one answers. */
    public record Context(@JsonProperty("message_id") String messageId) {}
}
