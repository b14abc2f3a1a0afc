package org.cameld360.media.component;

import org.cameld360.media.D360MediaException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ends.
 *
 * @param exception what the exchange ends in, or {@code null} where it succeeds
 * @param retryable what that says of repeating
 * @param repeated whether the component tries again by itself before that
 */
record Expected(@Nullable Class<? extends D360MediaException> exception, boolean retryable, boolean repeated) {

    static final Expected SUCCESS = new Expected(null, false, false);

    /** A repeat has led to success. */
    static final Expected SUCCESS_AT_LAST = new Expected(null, false, true);

    /** Repeated, and in vain. */
    static final Expected UNAVAILABLE = new Expected(ServiceUnavailableException.class, true, true);

    /** It may have been accepted: not repeated, and not to be repeated. */
    static final Expected UNCLEAR = new Expected(ServiceUnavailableException.class, false, false);

    static final Expected IN_DOUBT = new Expected(SendInDoubtException.class, false, false);

    static Expected refused(Class<? extends D360MediaException> exception) {
        return new Expected(exception, false, false);
    }

    /** How many times it is tried with {@code maxRetries=1}. */
    int attempts() {
        return repeated ? 2 : 1;
    }

    /** As the documentation says it. */
    String words() {
        if (exception == null) {
            return repeated ? "succeeds, repeated" : "succeeds";
        }
        return "`" + exception.getSimpleName() + "`, " + (repeated ? "repeated" : "not repeated");
    }

    /** What it means for a message that was being sent. */
    String wordsForTheMessage() {
        if (exception == null) {
            return "sent";
        }
        if (exception == SendInDoubtException.class) {
            return "in doubt";
        }
        return equals(UNCLEAR) ? "unclear: look it up" : "not sent";
    }
}
