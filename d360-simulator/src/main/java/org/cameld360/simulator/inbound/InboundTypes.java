package org.cameld360.simulator.inbound;

import org.cameld360.simulator.media.ContentType;

/** As what a phone would send media of a type. */
public final class InboundTypes {

    private InboundTypes() {}

    public static String messageTypeOf(ContentType type) {
        return switch (type.base()) {
            case "image/jpeg", "image/png" -> "image";
            case "image/webp" -> "sticker";
            case "video/mp4", "video/3gpp" -> "video";
            case "audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus" -> "audio";
            default -> "document";
        };
    }
}
