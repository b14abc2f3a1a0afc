package org.cameld360.simulator.multipart;

/** The bytes are no multipart/form-data. The message says what is wrong with them. */
public final class MalformedFormException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedFormException(String message) {
        super(message);
    }
}
