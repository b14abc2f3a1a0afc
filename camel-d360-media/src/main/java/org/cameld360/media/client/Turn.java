package org.cameld360.media.client;

/**
 * Whether a request may go, and when.
 *
 * @param kind what becomes of the request
 * @param delay in nanoseconds
 */
record Turn(Kind kind, long delay, Reason reason) {

    enum Kind {
        /** It goes after the delay. */
        GRANTED,
        /** It has to ask again after the delay. */
        ASK_AGAIN,
        /** The delay would be too long. */
        REFUSED
    }

    enum Reason {
        RATE,
        THROTTLED,
        RECIPIENT,
        FAILED_GETS,
        /** Too many gets are under way, all of which might fail. */
        OTHER_GETS
    }

    static Turn granted(long delay) {
        return new Turn(Kind.GRANTED, delay, Reason.RATE);
    }

    static Turn askAgain(long delay, Reason reason) {
        return new Turn(Kind.ASK_AGAIN, delay, reason);
    }

    static Turn refused(long delay, Reason reason) {
        return new Turn(Kind.REFUSED, delay, reason);
    }
}
