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
    OK(null),
    /** Refused here, before any request. */
    REJECTED(MediaRejectedException.class),
    /** The key is refused. */
    UNAUTHORIZED(AuthenticationException.class),
    NOT_FOUND(MediaNotFoundException.class),
    RATE_LIMITED(RateLimitException.class),
    /** Refused there. */
    REFUSED(RequestRefusedException.class),
    UNAVAILABLE(ServiceUnavailableException.class),
    /** A message may or may not have been accepted. */
    IN_DOUBT(SendInDoubtException.class),
    /** What came is not what was announced. */
    DAMAGED(DownloadIntegrityException.class),
    /** Some parts of several did not go. */
    PARTLY(PartsFailedException.class),
    /** Any other failure. */
    FAILED(Throwable.class);

    private final @Nullable Class<? extends Throwable> type;

    Outcome(@Nullable Class<? extends Throwable> type) {
        this.type = type;
    }

    /** The outcome that an exception stands for; {@code null} stands for none. */
    public static Outcome of(@Nullable Throwable failure) {
        if (failure != null) {
            for (Outcome outcome : values()) {
                if (outcome.type != null && outcome.type.isInstance(failure)) {
                    return outcome;
                }
            }
        }
        return OK;
    }

    /** In lower case with dashes, as in figures. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
