package org.cameld360.media.client;

import org.jspecify.annotations.Nullable;

/**
 * One use of the API as a small value: what to send, how to read the answer, and how errors name it.
 *
 * @param <T> what the answer is decoded to
 */
interface ApiCall<T> {

    /** What this does, for messages: {@code upload 'photo.jpg'}. */
    String action();

    ApiRequest request();

    ApiOperation operation();

    /** Who gets the message, digits only; {@code null} where it is none. */
    default @Nullable String recipient() {
        return null;
    }

    /**
     * Reads a successful answer.
     *
     * @throws UnusableAnswerException where it is not what the API documents
     */
    T decode(ApiAnswer answer) throws UnusableAnswerException;
}
