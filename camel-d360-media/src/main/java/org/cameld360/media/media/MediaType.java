package org.cameld360.media.media;

import java.util.Locale;
import java.util.Optional;

/** WhatsApp's media types: the {@code type} of a media message. */
public enum MediaType {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER;

    /** The name on the wire and in headers: lower case. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type of that name, in any case; empty for another word. */
    public static Optional<MediaType> of(String value) {
        for (MediaType type : values()) {
            if (type.name().equalsIgnoreCase(value.trim())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The media type that a MIME type goes as by nature. WebP is a sticker: WhatsApp takes it as nothing else. */
    public static MediaType naturalFor(String contentType) {
        String bare = ContentTypes.bare(contentType);
        if (bare.equals("image/webp")) {
            return STICKER;
        }
        if (bare.startsWith("image/")) {
            return IMAGE;
        }
        if (bare.startsWith("video/")) {
            return VIDEO;
        }
        if (bare.startsWith("audio/")) {
            return AUDIO;
        }
        return DOCUMENT;
    }

    /** The name within a sentence. */
    String withArticle() {
        return switch (this) {
            case IMAGE -> "an image";
            case AUDIO -> "audio";
            default -> "a " + value();
        };
    }

    @Override
    public String toString() {
        return value();
    }
}
