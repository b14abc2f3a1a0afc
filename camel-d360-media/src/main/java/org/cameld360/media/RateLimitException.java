package org.cameld360.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Throttled by 360dialog or WhatsApp, or held back here so that they need not. */
public class RateLimitException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    private final Instant retryAt;

    /** @param retryAt when to try again; the server's word where it gave one */
    public RateLimitException(String message, Instant retryAt, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
        this.retryAt = retryAt;
    }

    /** The earliest time at which trying again makes sense. */
    public Instant getRetryAt() {
        return retryAt;
    }
}
