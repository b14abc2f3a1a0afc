package org.cameld360.examples.watchedfolder;

/** It can't start like this. The message says what to change. */
final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupException(String message) {
        super(message);
    }

    SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
