package org.cameld360.media.client;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.DownloadIntegrityException;
import org.cameld360.media.ErrorFacts;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.media.SourceChangedException;
import org.jspecify.annotations.Nullable;

/** The exceptions of calls that got no answer, or none that can be used. */
final class CallFailures {

    private final ApiTarget target;

    CallFailures(ApiTarget target) {
        this.target = target;
    }

    /** An answer with an error and a message id. */
    static D360MediaException acceptedAndRefused(ApiCall<?> call, D360MediaException error) {
        ErrorFacts facts =
                new ErrorFacts(error.getStatus(), error.getCode(), error.getDetails(), error.getTraceId(), false);
        return inDoubt(call, "the answer gave an error and a message id", facts, error);
    }

    /** No usable answer came. */
    D360MediaException unanswered(ApiCall<?> call, Throwable cause) {
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
        if (left && !call.operation().isRepeatable()) {
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

    /** An answer said "success", and something that the API would not say. */
    D360MediaException unusable(ApiCall<?> call, ApiAnswer answer, UnusableAnswerException e) {
        ErrorFacts facts = new ErrorFacts(answer.status(), null, e.getMessage(), null, false);
        String reason = "HTTP " + answer.status() + " came with an answer that can't be used: " + e.getMessage()
                + " (content type " + AnswerTexts.shown(answer.headers().contentType(), target.key()) + ")";
        if (!call.operation().isRepeatable()) {
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
}
