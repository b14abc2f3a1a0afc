package org.cameld360.simulator.call;

import java.time.Instant;
import org.cameld360.simulator.RecordedCall;
import org.jspecify.annotations.Nullable;

/**
 * A call as the page shows it, without anything secret.
 *
 * @param key the beginning of the key that it was made with; empty where there was none
 * @param query with signatures left out
 * @param requestSize of the body, in bytes
 * @param request the body where it is a short text, else empty
 * @param details of the refusal
 * @param fault what took the place of the answer
 * @param answer the body where it is a short text, else empty
 */
public record CallDetails(
        long number,
        Instant at,
        RecordedCall call,
        String key,
        String query,
        String requestType,
        long requestSize,
        String request,
        @Nullable String details,
        @Nullable String fault,
        String answerType,
        long answerSize,
        String answer) {

    public CallDetails numbered(long newNumber) {
        return new CallDetails(
                newNumber,
                at,
                call,
                key,
                query,
                requestType,
                requestSize,
                request,
                details,
                fault,
                answerType,
                answerSize,
                answer);
    }
}
