package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** No answer could be had, or the server was in trouble, and the allowed repeats did not help. */
public class ServiceUnavailableException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    public ServiceUnavailableException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
