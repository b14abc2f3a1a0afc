package org.cameld360.media.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.cameld360.media.SendInDoubtException;
import org.cameld360.media.SendReport;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** What became of each part for each recipient, filled in as it happens, in the order of the plan. */
final class SendRows {

    private record Ending(SendReport.Row row, @Nullable Throwable failure) {}

    private final List<PhoneNumber> recipients;
    private final AtomicReferenceArray<Ending> endings;

    SendRows(List<PlannedPart> plan, List<PhoneNumber> recipients) {
        this.recipients = recipients;
        this.endings = new AtomicReferenceArray<>(plan.size() * recipients.size());
    }

    SendReport.Row sent(PlannedPart planned, int recipient, @Nullable String mediaId, String messageId) {
        return set(planned, recipient, row(planned, recipient, mediaId, messageId, null), null);
    }

    SendReport.Row failed(PlannedPart planned, int recipient, @Nullable String mediaId, Throwable failure) {
        return set(planned, recipient, row(planned, recipient, mediaId, null, failure), failure);
    }

    SendReport.Row set(PlannedPart planned, int recipient, SendReport.Row row, @Nullable Throwable failure) {
        endings.set((planned.number() - 1) * recipients.size() + recipient, new Ending(row, failure));
        return row;
    }

    /** All of them, when all have ended. */
    List<SendReport.Row> inOrder() {
        List<SendReport.Row> rows = new ArrayList<>();
        for (int i = 0; i < endings.length(); i++) {
            rows.add(Objects.requireNonNull(endings.get(i)).row());
        }
        return rows;
    }

    SendReport.Row last() {
        return Objects.requireNonNull(endings.get(endings.length() - 1)).row();
    }

    /** The first in order, or {@code null}. */
    @Nullable
    Throwable firstFailure() {
        for (int i = 0; i < endings.length(); i++) {
            Throwable failure = Objects.requireNonNull(endings.get(i)).failure();
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private SendReport.Row row(
            PlannedPart planned,
            int recipient,
            @Nullable String mediaId,
            @Nullable String messageId,
            @Nullable Throwable failure) {
        MediaType type = planned.part().type();
        return new SendReport.Row(
                planned.number(),
                recipients.get(recipient).digits(),
                planned.part().fileName(),
                type == null ? null : type.value(),
                null,
                mediaId,
                messageId,
                failure instanceof SendInDoubtException,
                failure == null ? null : String.valueOf(failure.getMessage()));
    }
}
