package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/**
 * Anything that kept a medium or a message from its way. The message names the action, the reason and what to do. It
 * never holds the API key, a signed URL or media content.
 *
 * <p>This type stands for failures that have no type of their own; its subclasses are meant for {@code onException}.
 */
public class D360MediaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorFacts facts;

    public D360MediaException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, cause);
        this.facts = facts;
    }

    /** The HTTP status of the answer, or {@code null} where no answer came. */
    public @Nullable Integer getStatus() {
        return facts.status();
    }

    /**
     * The API's own error code, such as {@code 131053} or {@code 1006}, or {@code null} where it gave none.
     *
     * @see <a href="https://docs.360dialog.com/docs/support/api-error-message-list">360dialog's error list</a>
     */
    public @Nullable Integer getCode() {
        return facts.code();
    }

    /** The API's words about the error, cleaned and shortened, or {@code null}. */
    public @Nullable String getDetails() {
        return facts.details();
    }

    /** The API's identifier of the failed request, for its support, or {@code null}. */
    public @Nullable String getTraceId() {
        return facts.traceId();
    }

    /** Whether the same request may succeed later, and can be repeated without sending anything twice. */
    public boolean isRetryable() {
        return facts.retryable();
    }
}
