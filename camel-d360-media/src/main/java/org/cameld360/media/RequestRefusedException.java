package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** The API refused the request, and repeating it won't change that. */
public class RequestRefusedException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    public RequestRefusedException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
