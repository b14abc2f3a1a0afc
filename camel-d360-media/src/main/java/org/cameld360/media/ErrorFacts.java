package org.cameld360.media;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure besides its message.
 *
 * @param status the HTTP status, where an answer came
 * @param code the API's error code, where it gave one
 * @param details the API's words, cleaned and shortened
 * @param traceId the API's identifier of the request
 * @param retryable whether repeating may help and does no harm
 */
public record ErrorFacts(
        @Nullable Integer status,
        @Nullable Integer code,
        @Nullable String details,
        @Nullable String traceId,
        boolean retryable)
        implements Serializable {

    /** Nothing known, and not worth repeating. */
    public static final ErrorFacts NONE = new ErrorFacts(null, null, null, null, false);

    /** The same facts with another verdict on repeating. */
    public ErrorFacts withRetryable(boolean newRetryable) {
        return new ErrorFacts(status, code, details, traceId, newRetryable);
    }
}
