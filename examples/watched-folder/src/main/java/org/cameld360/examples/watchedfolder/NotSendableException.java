package org.cameld360.examples.watchedfolder;

/** This folder does not send that file. The message says why and what to do. */
final class NotSendableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSendableException(String message) {
        super(message);
    }
}
