package org.cameld360.media.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.Failures;
import org.cameld360.media.client.OutgoingMessage;
import org.cameld360.media.client.OutgoingMessage.ById;
import org.cameld360.media.client.OutgoingMessage.MediaReference;
import org.cameld360.media.component.Operation.Outcome;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Sends the planned parts, one after the other, in order. Each medium is uploaded once for all recipients. A part that
 * fails does not stop the others.
 */
final class SendRun {

    private final D360Client client;
    private final List<PhoneNumber> recipients;
    private final List<PlannedPart> plan;
    private final SendProgress progress;
    private final List<SendReport.Row> rows = new ArrayList<>();
    private @Nullable Throwable firstFailure;

    SendRun(D360Client client, List<PhoneNumber> recipients, List<PlannedPart> plan, SendProgress progress) {
        this.client = client;
        this.recipients = recipients;
        this.plan = plan;
        this.progress = progress;
    }

    CompletableFuture<Outcome> start() {
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (PlannedPart planned : plan) {
            chain = chain.thenCompose(nothing -> send(planned));
        }
        return chain.thenApply(nothing -> outcome());
    }

    private CompletableFuture<Void> send(PlannedPart planned) {
        SendPart part = planned.part();
        if (part instanceof SendPart.Refused refused) {
            failAll(planned, refused.reason());
            return CompletableFuture.completedFuture(null);
        }
        if (part instanceof SendPart.Referenced referenced) {
            return toAll(planned, referenced.type(), referenced.reference());
        }
        PreparedMedia media = ((SendPart.ToUpload) part).media();
        MediaType type = media.decision().type();
        UploadedMedia held = progress.upload(planned.number());
        if (held != null || progress.isSettled(planned.number(), recipients)) {
            return toAll(planned, type, new ById(held == null ? "" : held.id()));
        }
        return client.upload(media.source(), media.decision())
                .thenCompose(uploaded -> {
                    progress.uploaded(planned.number(), uploaded);
                    return toAll(planned, type, new ById(uploaded.id()));
                })
                .exceptionally(failure -> {
                    failAll(planned, Failures.cause(failure));
                    return null;
                });
    }

    private CompletableFuture<Void> toAll(PlannedPart planned, MediaType type, MediaReference reference) {
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (PhoneNumber recipient : recipients) {
            SendProgress.Settled settled = progress.settled(planned.number(), recipient);
            chain = chain.thenCompose(nothing -> settled == null
                    ? toOne(planned, type, reference, recipient)
                    : CompletableFuture.completedFuture(again(settled)));
        }
        return chain;
    }

    private CompletableFuture<Void> toOne(
            PlannedPart planned, MediaType type, MediaReference reference, PhoneNumber recipient) {
        String fileName = planned.part().fileName();
        OutgoingMessage message = new OutgoingMessage(recipient, type, reference, fileName, planned.details());
        String mediaId = reference instanceof ById byId ? byId.mediaId() : null;
        CompletableFuture<String> sent;
        try {
            sent = client.send(message);
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedFuture(e);
        }
        return sent.handle((messageId, failure) -> {
            Throwable cause = failure == null ? null : Failures.cause(failure);
            SendReport.Row row = row(planned, recipient, mediaId, messageId, cause);
            if (cause == null || cause instanceof SendInDoubtException) {
                progress.settle(planned.number(), recipient, new SendProgress.Settled(row, cause));
            }
            if (cause instanceof MediaNotFoundException) {
                progress.forget(planned.number());
            }
            add(row, cause);
            return null;
        });
    }

    /** What an earlier attempt has settled is reported again, and not sent again. */
    private @Nullable Void again(SendProgress.Settled settled) {
        add(settled.row(), settled.failure());
        return null;
    }

    private void failAll(PlannedPart planned, Throwable cause) {
        for (PhoneNumber recipient : recipients) {
            SendProgress.Settled settled = progress.settled(planned.number(), recipient);
            if (settled == null) {
                add(row(planned, recipient, null, null, cause), cause);
            } else {
                again(settled);
            }
        }
    }

    private void add(SendReport.Row row, @Nullable Throwable failure) {
        rows.add(row);
        if (firstFailure == null) {
            firstFailure = failure;
        }
    }

    private static SendReport.Row row(
            PlannedPart planned,
            PhoneNumber recipient,
            @Nullable String mediaId,
            @Nullable String messageId,
            @Nullable Throwable failure) {
        MediaType type = planned.part().type();
        return new SendReport.Row(
                planned.number(),
                recipient.digits(),
                planned.part().fileName(),
                type == null ? null : type.value(),
                mediaId,
                messageId,
                failure instanceof SendInDoubtException,
                failure == null ? null : String.valueOf(failure.getMessage()));
    }

    private Outcome outcome() {
        boolean single = plan.size() * recipients.size() == 1;
        Throwable failure = firstFailure;
        if (single && failure != null) {
            throw new CompletionException(failure);
        }
        SendReport report = new SendReport(rows);
        if (failure != null) {
            long failed = rows.stream().filter(row -> !row.isSent()).count();
            throw new PartsFailedException(
                    failed + " of " + rows.size() + " parts were not sent. The first reason: " + failure.getMessage()
                            + " The report tells of each part.",
                    report,
                    failure);
        }
        return exchange -> apply(exchange, single ? message(rows.get(0)) : report);
    }

    private static SentMessage message(SendReport.Row row) {
        return new SentMessage(
                String.valueOf(row.messageId()),
                row.to(),
                String.valueOf(row.type()),
                row.mediaId(),
                row.fileName(),
                false);
    }

    private void apply(Exchange exchange, Object body) {
        SendProgress.end(exchange);
        exchange.getMessage().removeHeader(D360MediaConstants.MESSAGE_ID);
        Map<String, Object> headers = new LinkedHashMap<>();
        if (plan.size() == 1) {
            SendReport.Row row = rows.get(rows.size() - 1);
            headers.put(D360MediaConstants.TYPE, String.valueOf(row.type()));
            if (row.mediaId() != null && !LeftBehind.isSetByRoute(exchange, D360MediaConstants.MEDIA_ID)) {
                headers.put(D360MediaConstants.MEDIA_ID, row.mediaId());
            }
        }
        if (body instanceof SentMessage message) {
            headers.put(D360MediaConstants.MESSAGE_ID, message.messageId());
        }
        exchange.getMessage().setBody(body);
        LeftBehind.write(exchange, headers, sentContent());
    }

    /** What the headers describe from now on, where a single medium was uploaded for it. */
    private LeftBehind.@Nullable Content sentContent() {
        UploadedMedia uploaded = plan.size() == 1 ? progress.upload(1) : null;
        return uploaded == null ? null : new LeftBehind.Content(uploaded.size(), uploaded.sha256());
    }
}
