package org.cameld360.media.media;

import org.jspecify.annotations.Nullable;

/**
 * What the route and the source say of a medium.
 *
 * @param type the media type that the route asks for, or {@code null} to decide by the content
 * @param contentType the MIME type that the route sets, or {@code null}
 * @param claimedType the MIME type that the source claims, from outside and so only a hint, or {@code null}
 * @param fileName its name as given, from outside, or {@code null}
 * @param validation what a broken rule leads to
 * @param documentInstead whether a medium that can't go as its own type goes as a document where it may
 */
public record MediaWish(
        @Nullable MediaType type,
        @Nullable String contentType,
        @Nullable String claimedType,
        @Nullable String fileName,
        Validation validation,
        boolean documentInstead) {

    /** What is wished of a medium of which only the name is known: to go as what it is, or not at all. */
    public static MediaWish named(@Nullable String fileName) {
        return new MediaWish(null, null, null, fileName, Validation.STRICT, false);
    }

    MediaWish orDocument() {
        return new MediaWish(type, contentType, claimedType, fileName, validation, true);
    }
}
