package org.cameld360.media.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
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
    private final Executor workers;
    private final List<SendReport.Row> rows = new ArrayList<>();
    private @Nullable SentMessage lastSent;
    private boolean uploaded;
    private @Nullable Throwable firstFailure;

    SendRun(D360Client client, List<PhoneNumber> recipients, List<PlannedPart> plan, Executor workers) {
        this.client = client;
        this.recipients = recipients;
        this.plan = plan;
        this.workers = workers;
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
            failAll(planned, null, refused.reason());
            return CompletableFuture.completedFuture(null);
        }
        if (part instanceof SendPart.Referenced referenced) {
            return toAll(planned, referenced.type(), referenced.reference());
        }
        PreparedMedia media = ((SendPart.ToUpload) part).media();
        MediaType type = media.decision().type();
        return client.upload(media.source(), media.decision())
                .thenComposeAsync(
                        held -> {
                            uploaded = true;
                            return toAll(planned, type, new ById(held.id()));
                        },
                        workers)
                .exceptionally(failure -> {
                    failAll(planned, type, Failures.cause(failure));
                    return null;
                });
    }

    private CompletableFuture<Void> toAll(PlannedPart planned, MediaType type, MediaReference reference) {
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (PhoneNumber recipient : recipients) {
            chain = chain.thenCompose(nothing -> toOne(planned, type, reference, recipient));
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
        return sent.handleAsync(
                (messageId, failure) -> {
                    if (failure != null) {
                        fail(planned, recipient, type, mediaId, Failures.cause(failure));
                        return null;
                    }
                    lastSent = new SentMessage(messageId, recipient.digits(), type.value(), mediaId, fileName, false);
                    rows.add(new SendReport.Row(
                            planned.number(),
                            recipient.digits(),
                            fileName,
                            type.value(),
                            mediaId,
                            messageId,
                            false,
                            null));
                    return null;
                },
                workers);
    }

    private void failAll(PlannedPart planned, @Nullable MediaType type, Throwable cause) {
        recipients.forEach(recipient -> fail(planned, recipient, type, null, cause));
    }

    private void fail(
            PlannedPart planned,
            PhoneNumber recipient,
            @Nullable MediaType type,
            @Nullable String mediaId,
            Throwable cause) {
        if (firstFailure == null) {
            firstFailure = cause;
        }
        rows.add(new SendReport.Row(
                planned.number(),
                recipient.digits(),
                planned.part().fileName(),
                type == null ? null : type.value(),
                mediaId,
                null,
                cause instanceof SendInDoubtException,
                String.valueOf(cause.getMessage())));
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
        SentMessage message = lastSent;
        return exchange -> apply(exchange, single ? message : report, message);
    }

    private void apply(Exchange exchange, @Nullable Object body, @Nullable SentMessage message) {
        boolean idFromRoute = exchange.getMessage().getHeader(D360MediaConstants.MEDIA_ID) != null
                && !LeftBehind.isStale(exchange, D360MediaConstants.MEDIA_ID);
        exchange.getMessage().setBody(body);
        Map<String, Object> headers = new LinkedHashMap<>();
        if (message != null && plan.size() == 1) {
            headers.put(D360MediaConstants.TYPE, message.type());
            if (message.mediaId() != null && (uploaded || !idFromRoute)) {
                headers.put(D360MediaConstants.MEDIA_ID, message.mediaId());
            }
        }
        if (message != null && rows.size() == 1) {
            headers.put(D360MediaConstants.MESSAGE_ID, message.messageId());
        }
        LeftBehind.write(exchange, headers);
    }
}
