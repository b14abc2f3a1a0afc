package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.RequestRefusedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void troubleOnTheWayIsTriedAgain() {
        assertThat(kind(unavailable(true), true)).isEqualTo(Problem.Kind.PASSING);
        assertThat(kind(unavailable(true), false)).isEqualTo(Problem.Kind.PASSING);
    }

    @Test
    void anUnclearAnswerIsNotTriedAgainSinceTheMessageMayHaveArrived() {
        assertThat(kind(unavailable(false), true)).isEqualTo(Problem.Kind.IN_DOUBT);
        assertThat(kind(new SendInDoubtException("no answer", ErrorFacts.NONE, null), true))
                .isEqualTo(Problem.Kind.IN_DOUBT);
    }

    @Test
    void whatFailsForUnknownReasonsIsInDoubtOnceAMessageMayHaveLeft() {
        assertThat(kind(new IllegalStateException("bug"), true)).isEqualTo(Problem.Kind.IN_DOUBT);
        assertThat(kind(new IllegalStateException("bug"), false)).isEqualTo(Problem.Kind.REFUSED);
        assertThat(kind(null, true)).isEqualTo(Problem.Kind.IN_DOUBT);
    }

    @Test
    void beforeAMessageCouldLeaveNothingIsInDoubt() {
        assertThat(kind(unavailable(false), false)).isEqualTo(Problem.Kind.PASSING);
    }

    @Test
    void whatIsRefusedStaysRefused() {
        assertThat(kind(new MediaRejectedException("size", "5 MB", "too large"), false))
                .isEqualTo(Problem.Kind.REFUSED);
        assertThat(kind(new RequestRefusedException("no", ErrorFacts.NONE, null), true))
                .isEqualTo(Problem.Kind.REFUSED);
        assertThat(kind(null, false)).isEqualTo(Problem.Kind.REFUSED);
    }

    @Test
    void withoutAJournalNothingGoes() {
        assertThat(kind(new JournalException(new IOException("No space left on device")), false))
                .isEqualTo(Problem.Kind.BLOCKED);
    }

    private static Problem.Kind kind(@Nullable Throwable thrown, boolean mayHaveLeft) {
        return Problem.of(thrown, mayHaveLeft).kind();
    }

    private static ServiceUnavailableException unavailable(boolean retryable) {
        return new ServiceUnavailableException("HTTP 500", ErrorFacts.NONE.withRetryable(retryable), null);
    }
}
