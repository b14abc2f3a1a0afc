package org.cameld360.media.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.client.RetryRule.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Sends every call when its turn has come, and as often as the rule for repeating says. It keeps to one key, until that is
 * refused after it was replaced.
 */
final class ApiCaller {

    /** What goes with one key. */
    private record Sender(ApiTarget target, Admission admission, RetryRule rule) {}

    private final HttpTransport transport;
    private final CallOrigin origin;
    private final CallPolicy policy;
    private final TrafficGuard guard;
    private final CallListener listener;
    private final Clock clock;
    private volatile Sender sender;

    ApiCaller(
            HttpTransport transport,
            ApiTarget target,
            CallOrigin origin,
            CallPolicy policy,
            TrafficGuard guard,
            CallListener listener,
            Clock clock) {
        this.transport = transport;
        this.origin = origin;
        this.policy = policy;
        this.guard = guard;
        this.listener = listener;
        this.clock = clock;
        this.sender = sender(target, transport, policy, guard, clock);
    }

    private static Sender sender(
            ApiTarget target, HttpTransport transport, CallPolicy policy, TrafficGuard guard, Clock clock) {
        return new Sender(
                target,
                new Admission(transport, target, guard, policy.traffic(), clock),
                new RetryRule(target, policy.retry()));
    }

    /** Where calls go from now on, and with which key. */
    ApiTarget target() {
        return sender.target();
    }

    /** The decoded answer, or a {@link D360MediaException}. */
    <T> CompletableFuture<T> call(ApiCall<T> call) {
        long begin = System.nanoTime();
        return attempt(call, sender, 1, null).whenComplete((value, failure) -> {
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            listener.ended(call.operation(), time, failure == null ? null : Failures.cause(failure));
        });
    }

    /** @param before why the attempt before failed; it tells more than that another one is held back */
    private <T> CompletableFuture<T> attempt(
            ApiCall<T> call, Sender with, int attempt, @Nullable D360MediaException before) {
        CompletableFuture<Void> admitted = with.admission().admit(call);
        if (!admitted.isDone()) {
            long begin = System.nanoTime();
            admitted = admitted.thenRun(
                    () -> listener.heldBack(call.operation(), Duration.ofNanos(System.nanoTime() - begin)));
        }
        if (before != null) {
            admitted = admitted.exceptionallyCompose(heldBack -> CompletableFuture.failedFuture(before));
        }
        return admitted.thenCompose(mayGo -> execute(call, with, attempt))
                .thenCompose(verdict -> act(call, with, attempt, verdict));
    }

    private <T> CompletableFuture<Verdict<T>> execute(ApiCall<T> call, Sender with, int attempt) {
        return transport
                .execute(call.request(), with.target().key(), policy.responseTimeout())
                .handle((answer, failure) -> {
                    with.admission().ended(call, answer == null ? 0 : answer.status());
                    Instant now = clock.instant();
                    double random = ThreadLocalRandom.current().nextDouble();
                    if (failure != null) {
                        return with.rule().unanswered(call, attempt, Failures.cause(failure), now, random);
                    }
                    return with.rule().answered(call, attempt, answer, now, random);
                });
    }

    private <T> CompletableFuture<T> act(ApiCall<T> call, Sender with, int attempt, Verdict<T> verdict) {
        if (verdict instanceof Verdict.Done<T> done) {
            return CompletableFuture.completedFuture(done.value());
        }
        if (verdict instanceof Verdict.GiveUp<T> end) {
            if (end.pause() != null) {
                with.admission().pause(call, end.pause());
            }
            Sender renewed = end.failure() instanceof AuthenticationException ? insteadOf(with) : null;
            if (renewed == null) {
                return CompletableFuture.failedFuture(end.failure());
            }
            listener.repeated(call.operation());
            return attempt(call, renewed, attempt, null);
        }
        Verdict.Again<T> again = (Verdict.Again<T>) verdict;
        listener.repeated(call.operation());
        with.admission().pause(call, again.pause());
        return transport
                .pause(again.pause().length())
                .thenCompose(over -> transport.isClosed()
                        ? CompletableFuture.failedFuture(again.failure())
                        : attempt(call, with, attempt + 1, again.failure()));
    }

    /**
     * The key was refused, so that nothing was done. Where it was replaced meanwhile, the new one takes its place.
     *
     * @return {@code null} where there is no other
     */
    private synchronized @Nullable Sender insteadOf(Sender refused) {
        ApiTarget old = refused.target();
        if (!sender.target().key().equals(old.key())) {
            return sender;
        }
        ApiKey newest = newestKey();
        if (newest == null || newest.equals(old.key())) {
            return null;
        }
        sender = sender(new ApiTarget(old.version(), old.baseUrl(), newest), transport, policy, guard, clock);
        return sender;
    }

    private @Nullable ApiKey newestKey() {
        try {
            return origin.newestKey().get();
        } catch (RuntimeException noKey) {
            return null;
        }
    }
}
