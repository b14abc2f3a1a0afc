package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** 360dialog refused the API key. */
public class AuthenticationException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    public AuthenticationException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
