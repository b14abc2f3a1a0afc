package org.cameld360.media.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.RateLimitException;
import org.jspecify.annotations.Nullable;

/** Sends every call, repeats what may be repeated, and turns every failure into the exception that routes know. */
final class ApiCaller {

    private final HttpTransport transport;
    private final ApiTarget target;
    private final CallPolicy policy;
    private final CallFailures failures;
    private final Clock clock;

    ApiCaller(HttpTransport transport, ApiTarget target, CallPolicy policy, Clock clock) {
        this.transport = transport;
        this.target = target;
        this.policy = policy;
        this.failures = new CallFailures(target);
        this.clock = clock;
    }

    /** The decoded answer, or a {@link D360MediaException}. */
    <T> CompletableFuture<T> call(ApiCall<T> call) {
        return attempt(call, 1);
    }

    private <T> CompletableFuture<T> attempt(ApiCall<T> call, int attempt) {
        return transport
                .execute(call.request(), target.key(), policy.responseTimeout())
                .exceptionally(failure -> {
                    throw failures.unanswered(call, Failures.cause(failure));
                })
                .thenApply(answer -> outcome(call, answer))
                .exceptionallyCompose(failure -> again(call, attempt, Failures.cause(failure)));
    }

    private <T> CompletableFuture<T> again(ApiCall<T> call, int attempt, Throwable failure) {
        Duration delay = failure instanceof D360MediaException e ? delay(attempt, e) : null;
        if (delay == null || transport.isClosed()) {
            return CompletableFuture.failedFuture(failure);
        }
        return transport
                .pause(delay)
                .thenCompose(over ->
                        transport.isClosed() ? CompletableFuture.failedFuture(failure) : attempt(call, attempt + 1));
    }

    private <T> T outcome(ApiCall<T> call, ApiAnswer answer) {
        D360MediaException error = ApiErrors.in(answer, call, target.key(), clock.instant());
        if (error != null) {
            throw error.isRetryable() && mayBeAccepted(call, answer)
                    ? CallFailures.acceptedAndRefused(call, error)
                    : error;
        }
        try {
            return call.decode(answer);
        } catch (UnusableAnswerException e) {
            throw failures.unusable(call, answer, e);
        }
    }

    /** An answer that gives a message id and an error too: the message must not be sent a second time. */
    private static boolean mayBeAccepted(ApiCall<?> call, ApiAnswer answer) {
        if (call.repeatable()) {
            return false;
        }
        try {
            call.decode(answer);
            return true;
        } catch (UnusableAnswerException e) {
            return false;
        }
    }

    /** How long to wait before the next attempt, or {@code null} to give up. */
    private @Nullable Duration delay(int attempt, D360MediaException e) {
        RetryPolicy retry = policy.retry();
        if (!e.isRetryable() || attempt > retry.maxRetries()) {
            return null;
        }
        Duration backoff =
                retry.delayBefore(attempt, ThreadLocalRandom.current().nextDouble());
        if (!(e instanceof RateLimitException limit)) {
            return backoff;
        }
        Duration asked = Duration.between(clock.instant(), limit.getRetryAt());
        Instant latest = clock.instant().plus(retry.maxDelay());
        if (limit.getRetryAt().isAfter(latest)) {
            return null;
        }
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }
}
