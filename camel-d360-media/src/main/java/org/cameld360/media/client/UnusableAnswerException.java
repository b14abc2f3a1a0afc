package org.cameld360.media.client;

/** The server said "success" and something that the API would not say. */
final class UnusableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message in own words: nothing that the server said */
    UnusableAnswerException(String message) {
        super(message);
    }
}
