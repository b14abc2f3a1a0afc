package org.cameld360.media.client;

/**
 * One use of the API as a small value: what to send, how to read the answer, and how errors name it.
 *
 * @param <T> what the answer is decoded to
 */
interface ApiCall<T> {

    /** What this does, for messages: {@code upload 'photo.jpg'}. */
    String action();

    ApiRequest request();

    /** Whether it can be repeated after its bytes left without an answer. A message can't: the API has no idempotency key. */
    boolean repeatable();

    /**
     * Reads a successful answer.
     *
     * @throws UnusableAnswerException where it is not what the API documents
     */
    T decode(ApiAnswer answer) throws UnusableAnswerException;
}
