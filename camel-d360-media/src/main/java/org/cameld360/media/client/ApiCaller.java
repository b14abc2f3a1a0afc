package org.cameld360.media.client;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.media.SourceChangedException;
import org.jspecify.annotations.Nullable;

/** Sends every call, repeats what may be repeated, and turns every failure into the exception that routes know. */
final class ApiCaller {

    private final HttpTransport transport;
    private final ApiTarget target;
    private final CallPolicy policy;
    private final Clock clock;

    ApiCaller(HttpTransport transport, ApiTarget target, CallPolicy policy, Clock clock) {
        this.transport = transport;
        this.target = target;
        this.policy = policy;
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
                    throw unanswered(call, Failures.cause(failure));
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
            throw error.isRetryable() && mayBeAccepted(call, answer) ? acceptedAndRefused(call, error) : error;
        }
        try {
            return call.decode(answer);
        } catch (UnusableAnswerException e) {
            throw unusable(call, answer, e);
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

    private static D360MediaException acceptedAndRefused(ApiCall<?> call, D360MediaException error) {
        ErrorFacts facts =
                new ErrorFacts(error.getStatus(), error.getCode(), error.getDetails(), error.getTraceId(), false);
        return inDoubt(call, "the answer gave an error and a message id", facts, error);
    }

    private D360MediaException unanswered(ApiCall<?> call, Throwable cause) {
        Throwable root = cause instanceof TransportException && cause.getCause() != null ? cause.getCause() : cause;
        if (root instanceof SourceChangedException) {
            return Rejections.of(
                    "source-changed",
                    "Could not " + call.action() + ": " + root.getMessage()
                            + ". Nothing of it counts as sent. Send it again when it is complete.",
                    root);
        }
        if (root instanceof FileSystemException local) {
            return localTrouble(call, local);
        }
        if (root instanceof AnswerConsumer.TooLargeException tooLarge && call instanceof Calls.Download) {
            return new DownloadIntegrityException(
                    "Could not " + call.action() + ": it has more than " + tooLarge.limit()
                            + " bytes, which is the most that is accepted. Raise maxSize if that is wanted.",
                    ErrorFacts.NONE,
                    null);
        }
        String reason = String.valueOf(cause.getMessage());
        boolean left = !(cause instanceof TransportException transportFailure) || transportFailure.requestLeft();
        if (left && !call.repeatable()) {
            return inDoubt(call, reason, ErrorFacts.NONE, cause);
        }
        return new ServiceUnavailableException(
                "Could not " + call.action() + ": " + reason + ". " + advice(),
                ErrorFacts.NONE.withRetryable(true),
                cause);
    }

    private static D360MediaException localTrouble(ApiCall<?> call, FileSystemException local) {
        if (call instanceof Calls.Download) {
            return Rejections.of(
                    "file-unwritable",
                    "Could not " + call.action() + ": it can't be written to disk (" + words(local)
                            + "). Check the space left and the permissions.",
                    local);
        }
        boolean gone = local instanceof NoSuchFileException;
        return Rejections.of(
                gone ? "file-missing" : "file-unreadable",
                "Could not " + call.action() + ": "
                        + (gone
                                ? "the file was moved or deleted while it was being sent"
                                : "the file can't be read (" + words(local) + ")")
                        + ". Nothing of it counts as sent.",
                local);
    }

    private static String words(FileSystemException local) {
        String reason = local.getReason();
        return reason == null ? local.getClass().getSimpleName() : Rejections.shown(reason);
    }

    private D360MediaException unusable(ApiCall<?> call, ApiAnswer answer, UnusableAnswerException e) {
        ErrorFacts facts = new ErrorFacts(answer.status(), null, e.getMessage(), null, false);
        String reason = "HTTP " + answer.status() + " came with an answer that can't be used: " + e.getMessage()
                + " (content type " + AnswerTexts.shown(answer.headers().contentType(), target.key()) + ")";
        if (!call.repeatable()) {
            return inDoubt(call, reason, facts, e);
        }
        return new ServiceUnavailableException(
                "Could not " + call.action() + ": " + reason
                        + ". Is baseUrl 360dialog's API, and does nothing answer in its place?",
                facts.withRetryable(true),
                e);
    }

    private static SendInDoubtException inDoubt(
            ApiCall<?> call, String reason, ErrorFacts facts, @Nullable Throwable cause) {
        return new SendInDoubtException(
                "It is in doubt whether WhatsApp accepted the message (" + call.action() + "): " + reason
                        + ". It is not sent again by itself. Look it up at the recipient or in the webhooks before you"
                        + " do.",
                facts,
                cause);
    }

    private String advice() {
        return isRetiredHost(target)
                ? "360dialog retired " + ApiVersion.V1.publicUrl().getHost()
                        + " on 2025-10-23: set apiVersion=v2 with a key of that generation, or baseUrl to your own"
                        + " gateway."
                : "Check the network, baseUrl and the proxy, or try again later.";
    }

    static boolean isRetiredHost(ApiTarget target) {
        return ApiVersion.V1
                .publicUrl()
                .getHost()
                .equalsIgnoreCase(target.baseUrl().getHost());
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
