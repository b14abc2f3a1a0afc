package org.cameld360.media.client;

import java.net.URI;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.MessageDetails;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One media message to one recipient.
 *
 * @param to the recipient
 * @param type the media type
 * @param reference the medium: by id or by link
 * @param fileName the name that a document is shown under, or {@code null}
 * @param details caption, reply and the like, checked already
 */
public record OutgoingMessage(
        PhoneNumber to,
        MediaType type,
        MediaReference reference,
        @Nullable String fileName,
        MessageDetails details) {

    /** How a message names its medium: never by both. */
    public sealed interface MediaReference {}

    /** A medium that 360dialog holds. */
    public record ById(String mediaId) implements MediaReference {}

    /** A medium that WhatsApp fetches by itself, after the API has accepted the message. */
    public record ByLink(URI link) implements MediaReference {}
}
