package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import org.cameld360.media.ErrorFacts;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void troubleOnTheWayIsTriedAgain() {
        assertThat(kind(unavailable(true))).isEqualTo(Problem.Kind.PASSING);
    }

    @Test
    void anUnclearAnswerIsNotTriedAgainSinceTheMessageMayHaveArrived() {
        assertThat(kind(unavailable(false))).isEqualTo(Problem.Kind.IN_DOUBT);
        assertThat(kind(new SendInDoubtException("no answer", ErrorFacts.NONE, null)))
                .isEqualTo(Problem.Kind.IN_DOUBT);
    }

    @Test
    void whatIsRefusedStaysRefused() {
        assertThat(kind(new MediaRejectedException("size", "5 MB", "too large")))
                .isEqualTo(Problem.Kind.REFUSED);
        assertThat(kind(null)).isEqualTo(Problem.Kind.REFUSED);
    }

    private static Problem.Kind kind(Throwable thrown) {
        return Problem.of(thrown).kind();
    }

    private static ServiceUnavailableException unavailable(boolean retryable) {
        return new ServiceUnavailableException("HTTP 500", ErrorFacts.NONE.withRetryable(retryable), null);
    }
}
