package org.cameld360.media.component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SendReport;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.Failures;
import org.cameld360.media.client.HeldMedia;
import org.cameld360.media.client.OutgoingMessage;
import org.cameld360.media.client.OutgoingMessage.ById;
import org.cameld360.media.client.OutgoingMessage.MediaReference;
import org.cameld360.media.component.Operation.Outcome;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Sends every part to every recipient: to each of them in order, to some of them at once, so that one who has to wait
 * does not hold up the others. Each medium is uploaded once for all. A part that fails does not stop the others.
 */
final class SendRun {

    /** Recipients at once. */
    private static final int MOST_AT_ONCE = 16;

    private final D360Client client;
    private final List<PhoneNumber> recipients;
    private final List<PlannedPart> plan;
    private final SendProgress progress;
    private final Map<PlannedPart, PartMedia> media = new HashMap<>();
    private final SendRows rows;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CompletableFuture<Void> allEnded = new CompletableFuture<>();

    SendRun(
            D360Client client,
            Uploads uploads,
            List<PhoneNumber> recipients,
            List<PlannedPart> plan,
            SendProgress progress) {
        this.client = client;
        this.recipients = recipients;
        this.plan = plan;
        this.progress = progress;
        this.rows = new SendRows(plan, recipients);
        for (PlannedPart planned : plan) {
            if (planned.part() instanceof SendPart.ToUpload upload) {
                media.put(planned, new PartMedia(uploads, upload.media(), progress.held(planned.number())));
            }
        }
    }

    /** @param workers threads that may read media, to tell in the report what it was */
    CompletableFuture<Outcome> start(Executor workers) {
        for (int i = 0; i < Math.min(MOST_AT_ONCE, recipients.size()); i++) {
            goOn();
        }
        return allEnded.thenApplyAsync(nothing -> new SendOutcome(plan, rows, progress).of(), workers);
    }

    /** One recipient after the other, in a loop and not in a chain, whose end could be too deep for a stack. */
    private void goOn() {
        for (int index = next.getAndIncrement(); index < recipients.size(); index = next.getAndIncrement()) {
            CompletableFuture<Void> recipient =
                    toRecipient(index).handle((nothing, unexpected) -> recipientEnded(unexpected));
            if (!recipient.isDone()) {
                var unused = recipient.thenRun(this::goOn);
                return;
            }
        }
    }

    private @Nullable Void recipientEnded(@Nullable Throwable unexpected) {
        if (unexpected != null) {
            allEnded.completeExceptionally(unexpected);
        } else if (ended.incrementAndGet() == recipients.size()) {
            allEnded.complete(null);
        }
        return null;
    }

    private CompletableFuture<Void> toRecipient(int index) {
        CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
        for (PlannedPart planned : plan) {
            chain = chain.thenCompose(nothing -> send(planned, index));
        }
        return chain;
    }

    private CompletableFuture<Void> send(PlannedPart planned, int index) {
        SendProgress.Settled settled = progress.settled(planned.number(), recipients.get(index));
        if (settled != null) {
            // what an earlier attempt has settled is reported again, and not sent again
            rows.set(planned, index, settled.row(), settled.failure());
            return CompletableFuture.completedFuture(null);
        }
        SendPart part = planned.part();
        if (part instanceof SendPart.Refused refused) {
            rows.failed(planned, index, null, refused.reason());
            return CompletableFuture.completedFuture(null);
        }
        if (part instanceof SendPart.Referenced referenced) {
            String id = referenced.reference() instanceof ById byId ? byId.mediaId() : null;
            return message(planned, index, referenced.reference())
                    .handle(Attempt::new)
                    .thenCompose(attempt -> settled(planned, index, id, attempt));
        }
        PartMedia own = Objects.requireNonNull(media.get(planned));
        return sendHeld(planned, index, own, own.id(), false);
    }

    /** @param last whether the id took the place of one that was refused: there is no third */
    private CompletableFuture<@Nullable Void> sendHeld(
            PlannedPart planned, int index, PartMedia own, CompletableFuture<HeldMedia> id, boolean last) {
        return id.thenCompose(held -> {
                    progress.held(planned.number(), held);
                    return message(planned, index, new ById(held.media().id()))
                            .handle(Attempt::new)
                            .thenCompose(attempt -> {
                                CompletableFuture<HeldMedia> another =
                                        attempt.isOfUnknownMedia() && !last ? own.insteadOf(held.media()) : null;
                                return another != null
                                        ? sendHeld(planned, index, own, another, true)
                                        : settled(planned, index, held.media().id(), attempt);
                            });
                })
                .exceptionally(notUploaded -> {
                    rows.failed(planned, index, null, Failures.cause(notUploaded));
                    return null;
                });
    }

    /** What a message gave: its id, or a failure. */
    private record Attempt(
            @Nullable String messageId, @Nullable Throwable failure) {

        boolean isOfUnknownMedia() {
            return failure != null && Failures.cause(failure) instanceof MediaNotFoundException;
        }
    }

    private CompletableFuture<String> message(PlannedPart planned, int index, MediaReference reference) {
        try {
            return client.send(new OutgoingMessage(
                    recipients.get(index),
                    Objects.requireNonNull(planned.part().type()),
                    reference,
                    planned.part().fileName(),
                    planned.details()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<@Nullable Void> settled(
            PlannedPart planned, int index, @Nullable String mediaId, Attempt attempt) {
        Throwable cause = attempt.failure() == null ? null : Failures.cause(attempt.failure());
        SendReport.Row row = cause == null
                ? rows.sent(planned, index, mediaId, String.valueOf(attempt.messageId()))
                : rows.failed(planned, index, mediaId, cause);
        if (cause == null || cause instanceof SendInDoubtException) {
            progress.settle(planned.number(), recipients.get(index), new SendProgress.Settled(row, cause));
        }
        if (cause instanceof MediaNotFoundException) {
            progress.forget(planned.number());
        }
        return CompletableFuture.completedFuture(null);
    }
}
