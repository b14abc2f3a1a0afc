package org.cameld360.media.client;

import java.time.Duration;
import java.time.Instant;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.RateLimitException;
import org.jspecify.annotations.Nullable;

/**
 * What may be repeated, and when: decided from the call, the number of the attempt, and its answer or failure, by nothing
 * else.
 */
final class RetryRule {

    /** However long a server wants it, nothing else is held back longer: what it says is not trusted that far. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** What follows from an attempt. */
    sealed interface Verdict<T> {

        /** It went well. */
        record Done<T>(T value) implements Verdict<T> {}

        /** The same again after that pause. */
        record Again<T>(Pause pause, D360MediaException failure) implements Verdict<T> {}

        /**
         * It ends in that failure.
         *
         * @param pause what others have to wait for all the same, or {@code null}
         */
        record GiveUp<T>(@Nullable Pause pause, D360MediaException failure) implements Verdict<T> {}
    }

    /** Whom a pause concerns. */
    enum Scope {
        /** This call only. */
        CALL,
        /** Every message to its recipient. */
        RECIPIENT,
        /** Every call of its kind with this key. */
        LANE
    }

    record Pause(Scope scope, Duration length) {}

    private final ApiTarget target;
    private final RetryPolicy policy;
    private final CallFailures failures;

    RetryRule(ApiTarget target, RetryPolicy policy) {
        this.target = target;
        this.policy = policy;
        this.failures = new CallFailures(target);
    }

    /**
     * What follows from an answer.
     *
     * @param attempt counted from 1
     * @param random between 0 and 1, for the jitter
     */
    <T> Verdict<T> answered(ApiCall<T> call, int attempt, ApiAnswer answer, Instant now, double random) {
        D360MediaException error = ApiErrors.in(answer, call, target.key(), attempt, now);
        if (error == null) {
            try {
                return new Verdict.Done<>(call.decode(answer));
            } catch (UnusableAnswerException e) {
                error = failures.unusable(call, answer, e);
            }
        } else if (error.isRetryable() && mayBeAccepted(call, answer)) {
            error = CallFailures.acceptedAndRefused(call, error);
        }
        return failed(error, attempt, RetryAfter.parse(answer.headers().retryAfter(), now), now, random);
    }

    /** What follows when no usable answer came. */
    <T> Verdict<T> unanswered(ApiCall<T> call, int attempt, Throwable cause, Instant now, double random) {
        return failed(failures.unanswered(call, cause), attempt, null, now, random);
    }

    private <T> Verdict<T> failed(
            D360MediaException failure, int attempt, @Nullable Duration asked, Instant now, double random) {
        if (!failure.isRetryable()) {
            return new Verdict.GiveUp<>(null, failure);
        }
        Pause pause = pause(failure, attempt, asked, now, random);
        boolean patient = pause.length().compareTo(policy.maxDelay()) <= 0;
        if (patient && attempt <= policy.maxRetries()) {
            return new Verdict.Again<>(pause, failure);
        }
        boolean ownOnly = pause.scope() == Scope.CALL;
        return new Verdict.GiveUp<>(
                ownOnly ? null : new Pause(pause.scope(), shorter(pause.length(), LONGEST_PAUSE)), failure);
    }

    private Pause pause(D360MediaException failure, int attempt, @Nullable Duration asked, Instant now, double random) {
        if (failure instanceof RateLimitException limit) {
            Duration until = Duration.between(now, limit.getRetryAt());
            return ErrorCodes.isPairLimit(failure.getCode())
                    ? new Pause(Scope.RECIPIENT, until)
                    : new Pause(Scope.LANE, longer(until, policy.delayBefore(attempt, random)));
        }
        Duration backoff = policy.delayBefore(attempt, random);
        return new Pause(Scope.CALL, asked == null ? backoff : longer(asked, backoff));
    }

    /** An answer that gives a message id and an error too: the message must not be sent a second time. */
    private static boolean mayBeAccepted(ApiCall<?> call, ApiAnswer answer) {
        if (call.operation().isRepeatable()) {
            return false;
        }
        try {
            call.decode(answer);
            return true;
        } catch (UnusableAnswerException e) {
            return false;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
