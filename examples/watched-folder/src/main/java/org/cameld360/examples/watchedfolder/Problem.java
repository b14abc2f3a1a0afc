package org.cameld360.examples.watchedfolder;

import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Why a file was not sent, and what that means for it and for the files behind it.
 *
 * @param retryAt when to try again, where the server has said so
 */
record Problem(Kind kind, String reason, @Nullable Instant retryAt) {

    enum Kind {
        /** The file would be refused again: it goes to {@code .failed}. */
        REFUSED,
        /** It may have arrived, so it must not go out a second time by itself: it goes to {@code .in-doubt}. */
        IN_DOUBT,
        /** Trouble on the way: the file stays and is tried again. */
        PASSING,
        /** Trouble that every file would meet now: they all stay. */
        BLOCKED,
        /** The program is ending. */
        STOPPED
    }

    static Problem inDoubt(String reason) {
        return new Problem(Kind.IN_DOUBT, reason, null);
    }

    /** @param mayHaveLeft whether a message may have been on its way: then only what says that it was not accepted counts */
    static Problem of(@Nullable Throwable thrown, boolean mayHaveLeft) {
        if (thrown == null) {
            return new Problem(unexplained(mayHaveLeft), "The route ended without saying why.", null);
        }
        String reason = sentence(thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
        if (thrown instanceof SendInDoubtException) {
            return inDoubt(reason);
        }
        if (thrown instanceof ServiceUnavailableException unavailable) {
            // an unclear answer to a message: sending the file again might send it twice
            boolean unclear = mayHaveLeft && !unavailable.isRetryable();
            return new Problem(unclear ? Kind.IN_DOUBT : Kind.PASSING, reason, null);
        }
        if (thrown instanceof RateLimitException limit) {
            return new Problem(Kind.BLOCKED, reason, limit.getRetryAt());
        }
        if (thrown instanceof AuthenticationException || thrown instanceof JournalException) {
            return new Problem(Kind.BLOCKED, reason, null);
        }
        if (thrown instanceof RejectedExecutionException || thrown instanceof InterruptedException) {
            return new Problem(Kind.STOPPED, reason, null);
        }
        return new Problem(
                thrown instanceof D360MediaException ? Kind.REFUSED : unexplained(mayHaveLeft), reason, null);
    }

    private static Kind unexplained(boolean mayHaveLeft) {
        return mayHaveLeft ? Kind.IN_DOUBT : Kind.REFUSED;
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?]\\s*") ? text.strip() : text.strip() + ".";
    }
}
