package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** The medium is unknown, has expired, was deleted, or belongs to another number's key. */
public class MediaNotFoundException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    public MediaNotFoundException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
