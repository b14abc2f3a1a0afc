package org.cameld360.media.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.camel.Exchange;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.media.client.HeldMedia;
import org.cameld360.media.component.Operation.Outcome;
import org.jspecify.annotations.Nullable;

/** What a route gets to see of a send: the message, or the report, or the failure. */
final class SendOutcome {

    private final List<PlannedPart> plan;
    private final SendRows rows;
    private final SendProgress progress;

    SendOutcome(List<PlannedPart> plan, SendRows rows, SendProgress progress) {
        this.plan = plan;
        this.rows = rows;
        this.progress = progress;
    }

    /** @throws CompletionException with the failure of the only part, where that was not sent */
    Outcome of() {
        List<SendReport.Row> all = rows.inOrder();
        boolean single = all.size() == 1;
        Throwable failure = rows.firstFailure();
        if (single && failure != null) {
            throw new CompletionException(failure);
        }
        SendReport report = new SendReport(all.stream()
                .map(row -> row.withContent(progress.content(plan.get(row.part() - 1))))
                .toList());
        if (failure != null) {
            long failed = all.stream().filter(row -> !row.isSent()).count();
            throw new PartsFailedException(
                    failed + " of " + all.size() + " parts were not sent. The first reason: " + failure.getMessage()
                            + " The report tells of each part.",
                    report,
                    failure);
        }
        return exchange -> apply(exchange, single ? message(all.get(0)) : report);
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
        exchange.getMessage().removeHeader(D360MediaConstants.RESUME);
        Map<String, Object> headers = new LinkedHashMap<>();
        if (plan.size() == 1) {
            SendReport.Row row = rows.last();
            headers.put(D360MediaConstants.TYPE, String.valueOf(row.type()));
            if (row.mediaId() != null && !LeftBehind.isSetByRoute(exchange, D360MediaConstants.MEDIA_ID)) {
                headers.put(D360MediaConstants.MEDIA_ID, row.mediaId());
            }
        }
        HeldMedia held = plan.size() == 1 ? progress.held(1) : null;
        if (held != null) {
            headers.put(D360MediaConstants.REUSED, held.reused());
        }
        if (body instanceof SentMessage message) {
            headers.put(D360MediaConstants.MESSAGE_ID, message.messageId());
        }
        exchange.getMessage().setBody(body);
        LeftBehind.write(exchange, headers, sentContent());
    }

    /** What the headers describe from now on, where a single medium was uploaded for it. */
    private LeftBehind.@Nullable Content sentContent() {
        HeldMedia held = plan.size() == 1 ? progress.held(1) : null;
        return held == null
                ? null
                : new LeftBehind.Content(held.media().size(), held.media().sha256());
    }
}
