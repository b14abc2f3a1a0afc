package org.cameld360.media.observe;

import java.util.Locale;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;

/** How a call or an exchange ended, in one of few words. */
public enum Outcome {
    OK,
    /** Refused here, before any request. */
    REJECTED,
    /** The key is refused. */
    UNAUTHORIZED,
    NOT_FOUND,
    RATE_LIMITED,
    /** Refused there. */
    REFUSED,
    UNAVAILABLE,
    /** A message may or may not have been accepted. */
    IN_DOUBT,
    /** What came is not what was announced. */
    DAMAGED,
    /** Some parts of several did not go. */
    PARTLY,
    FAILED;

    /** The outcome that an exception stands for; {@code null} stands for none. */
    public static Outcome of(@Nullable Throwable failure) {
        if (failure == null) {
            return OK;
        }
        if (failure instanceof MediaRejectedException) {
            return REJECTED;
        }
        if (failure instanceof AuthenticationException) {
            return UNAUTHORIZED;
        }
        if (failure instanceof MediaNotFoundException) {
            return NOT_FOUND;
        }
        if (failure instanceof RateLimitException) {
            return RATE_LIMITED;
        }
        if (failure instanceof RequestRefusedException) {
            return REFUSED;
        }
        if (failure instanceof ServiceUnavailableException) {
            return UNAVAILABLE;
        }
        if (failure instanceof SendInDoubtException) {
            return IN_DOUBT;
        }
        if (failure instanceof DownloadIntegrityException) {
            return DAMAGED;
        }
        return failure instanceof PartsFailedException ? PARTLY : FAILED;
    }

    /** In lower case with dashes, as in figures. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
