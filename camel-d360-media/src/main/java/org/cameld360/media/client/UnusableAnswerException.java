package org.cameld360.media.client;

/** The server said "success" and something that the API would not say. */
final class UnusableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableAnswerException(String message) {
        super(message);
    }
}
