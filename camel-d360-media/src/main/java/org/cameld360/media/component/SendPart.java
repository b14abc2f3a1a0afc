package org.cameld360.media.component;

import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.OutgoingMessage.MediaReference;
import org.cameld360.media.media.MediaType;
import org.jspecify.annotations.Nullable;

/** One medium of a message: known to the API already, to be uploaded, or refused. */
sealed interface SendPart {

    /** The name that is shown, where it is known. */
    @Nullable
    String fileName();

    /** The decided media type, where the decision was reached. */
    @Nullable
    MediaType type();

    /**
     * Known by id or link.
     *
     * @param contentType what it is, where that is known
     */
    record Referenced(
            MediaReference reference,
            MediaType type,
            @Nullable String fileName,
            @Nullable String contentType) implements SendPart {}

    record ToUpload(PreparedMedia media) implements SendPart {
        @Override
        public MediaType type() {
            return media.decision().type();
        }

        @Override
        public String fileName() {
            return media.decision().fileName();
        }
    }

    record Refused(@Nullable String fileName, D360MediaException reason) implements SendPart {
        @Override
        public @Nullable MediaType type() {
            return null;
        }
    }
}
