package org.cameld360.media.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.RetryRule.Verdict;
import org.jspecify.annotations.Nullable;

/** Sends every call when its turn has come, and as often as the rule for repeating says. */
final class ApiCaller {

    private final HttpTransport transport;
    private final ApiTarget target;
    private final CallPolicy policy;
    private final Admission admission;
    private final RetryRule rule;
    private final CallListener listener;
    private final Clock clock;

    ApiCaller(
            HttpTransport transport,
            ApiTarget target,
            CallPolicy policy,
            TrafficGuard guard,
            CallListener listener,
            Clock clock) {
        this.transport = transport;
        this.target = target;
        this.policy = policy;
        this.admission = new Admission(transport, target, guard, policy.traffic(), clock);
        this.rule = new RetryRule(target, policy.retry());
        this.listener = listener;
        this.clock = clock;
    }

    /** The decoded answer, or a {@link D360MediaException}. */
    <T> CompletableFuture<T> call(ApiCall<T> call) {
        long begin = System.nanoTime();
        return attempt(call, 1, null).whenComplete((value, failure) -> {
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            listener.ended(call.operation(), time, failure == null ? null : Failures.cause(failure));
        });
    }

    /** @param before why the attempt before failed; it tells more than that another one is held back */
    private <T> CompletableFuture<T> attempt(ApiCall<T> call, int attempt, @Nullable D360MediaException before) {
        CompletableFuture<Void> admitted = admission.admit(call);
        if (!admitted.isDone()) {
            long begin = System.nanoTime();
            admitted = admitted.thenRun(
                    () -> listener.heldBack(call.operation(), Duration.ofNanos(System.nanoTime() - begin)));
        }
        if (before != null) {
            admitted = admitted.exceptionallyCompose(heldBack -> CompletableFuture.failedFuture(before));
        }
        return admitted.thenCompose(mayGo -> execute(call, attempt))
                .thenCompose(verdict -> act(call, attempt, verdict));
    }

    private <T> CompletableFuture<Verdict<T>> execute(ApiCall<T> call, int attempt) {
        return transport
                .execute(call.request(), target.key(), policy.responseTimeout())
                .handle((answer, failure) -> {
                    admission.ended(call, answer == null ? 0 : answer.status());
                    Instant now = clock.instant();
                    double random = ThreadLocalRandom.current().nextDouble();
                    if (failure != null) {
                        return rule.unanswered(call, attempt, Failures.cause(failure), now, random);
                    }
                    return rule.answered(call, attempt, answer, now, random);
                });
    }

    private <T> CompletableFuture<T> act(ApiCall<T> call, int attempt, Verdict<T> verdict) {
        if (verdict instanceof Verdict.Done<T> done) {
            return CompletableFuture.completedFuture(done.value());
        }
        if (verdict instanceof Verdict.GiveUp<T> end) {
            if (end.pause() != null) {
                admission.pause(call, end.pause());
            }
            return CompletableFuture.failedFuture(end.failure());
        }
        Verdict.Again<T> again = (Verdict.Again<T>) verdict;
        listener.repeated(call.operation());
        admission.pause(call, again.pause());
        return transport
                .pause(again.pause().length())
                .thenCompose(over -> transport.isClosed()
                        ? CompletableFuture.failedFuture(again.failure())
                        : attempt(call, attempt + 1, again.failure()));
    }
}
