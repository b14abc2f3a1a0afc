package org.cameld360.media.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.RateLimitException;

/** Lets requests of one key through as its limits allow. Who has to wait waits without a thread. */
final class Admission {

    private static final Duration LONGEST = Duration.ofDays(365);

    private final HttpTransport transport;
    private final CallFailures failures;
    private final ApiVersion version;
    private final TrafficGuard guard;
    private final KeyTraffic traffic;
    private final TrafficLimits limits;
    private final Clock clock;

    Admission(HttpTransport transport, ApiTarget target, TrafficGuard guard, TrafficLimits limits, Clock clock) {
        this.transport = transport;
        this.failures = new CallFailures(target);
        this.version = target.version();
        this.guard = guard;
        this.traffic = guard.of(target);
        this.limits = limits;
        this.clock = clock;
    }

    /** Over when the call may go; fails with a {@link RateLimitException} where that would be too late. */
    CompletableFuture<Void> admit(ApiCall<?> call) {
        return admit(call, guard.now() + nanos(limits.maxHoldBack()));
    }

    private CompletableFuture<Void> admit(ApiCall<?> call, long latest) {
        Turn turn = traffic.turn(call, lane(call), limits, guard.now(), latest);
        if (turn.kind() != Turn.Kind.GRANTED) {
            return notYet(call, turn, latest);
        }
        return turn.delay() == 0
                ? enter(call, latest)
                : transport.pause(Duration.ofNanos(turn.delay())).thenCompose(reached -> enter(call, latest));
    }

    private CompletableFuture<Void> enter(ApiCall<?> call, long latest) {
        Turn turn = traffic.enter(call, lane(call), limits, guard.now(), latest);
        return turn.kind() == Turn.Kind.GRANTED ? CompletableFuture.completedFuture(null) : notYet(call, turn, latest);
    }

    private CompletableFuture<Void> notYet(ApiCall<?> call, Turn turn, long latest) {
        if (call.operation() == ApiOperation.GET && turn.reason() != Turn.Reason.OTHER_GETS) {
            traffic.endAllWaits();
        }
        if (transport.isClosed()) {
            return CompletableFuture.failedFuture(failures.unanswered(call, HttpTransport.stopped()));
        }
        if (turn.kind() == Turn.Kind.REFUSED) {
            return CompletableFuture.failedFuture(heldBack(call, turn));
        }
        CompletableFuture<Void> wait = transport.pause(Duration.ofNanos(turn.delay()));
        if (turn.reason() == Turn.Reason.OTHER_GETS) {
            traffic.untilGetEnds(wait, limits);
        }
        return wait.thenCompose(over -> admit(call, latest));
    }

    /** Tells others of a pause. */
    void pause(ApiCall<?> call, RetryRule.Pause pause) {
        long now = guard.now();
        long until = now + nanos(pause.length());
        String recipient = call.recipient();
        if (pause.scope() == RetryRule.Scope.LANE) {
            traffic.pauseLane(lane(call), until);
        } else if (pause.scope() == RetryRule.Scope.RECIPIENT && recipient != null) {
            traffic.pauseRecipient(recipient, until, now);
        }
    }

    /**
     * An admitted call has ended.
     *
     * @param status of the answer, or 0 where none came
     */
    void ended(ApiCall<?> call, int status) {
        if (call.operation() == ApiOperation.GET) {
            traffic.getEnded(status >= 400, limits, guard.now());
        }
    }

    /** Whatever was configured, no sum with it overflows. */
    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
    }

    private Lane lane(ApiCall<?> call) {
        return Lane.of(version, call.operation());
    }

    private RateLimitException heldBack(ApiCall<?> call, Turn turn) {
        Instant retryAt = clock.instant().plusNanos(turn.delay()).truncatedTo(ChronoUnit.MILLIS);
        return new RateLimitException(
                "Could not " + call.action() + ": " + why(call, turn) + ". Nothing was sent. Try again at " + retryAt
                        + ".",
                retryAt,
                ErrorFacts.NONE.withRetryable(true),
                null);
    }

    private String why(ApiCall<?> call, Turn turn) {
        String longer = "it would be held back here for more than "
                + limits.maxHoldBack().toMillis() + " ms (maxHoldBack)";
        return switch (turn.reason()) {
            case RATE -> {
                boolean message = call.operation() == ApiOperation.SEND;
                yield longer + ", since " + lane(call).rate(limits) + " "
                        + (message ? "messages" : "requests for media")
                        + " a second are the most for this key ("
                        + (message ? "maxMessagesPerSecond" : "maxUploadsPerSecond") + ")";
            }
            case THROTTLED -> longer + ", since 360dialog asked to slow down";
            case RECIPIENT -> longer + ", since WhatsApp asked for a pause for this recipient";
            case FAILED_GETS ->
                "it is held back here after " + limits.failingGets()
                        + " failed gets within an hour, since 360dialog would block every get after the next ones"
                        + " (maxFailedGets). Find out why they failed";
            case OTHER_GETS ->
                longer + ", since no more gets are under way at once than may fail within an hour (maxFailedGets)";
        };
    }
}
