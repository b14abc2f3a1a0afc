package org.cameld360.media.component;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SendReport.Row;
import org.cameld360.media.client.ApiVersion;
import org.cameld360.media.media.PhoneNumber;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * The report of an earlier attempt that the route hands back in. What it says was sent, or may have been, is not sent again.
 * It has to be of the same message: of the same parts, by position and content, and of the same recipients.
 */
final class Resumption {

    private final List<PhoneNumber> recipients;
    private final List<PlannedPart> plan;
    private final Map<String, Row> rows = new HashMap<>();

    /** @throws MediaRejectedException where it is a report of another message */
    Resumption(SendReport report, List<PhoneNumber> recipients, List<PlannedPart> plan) {
        this.recipients = recipients;
        this.plan = plan;
        Set<String> now = recipients.stream().map(PhoneNumber::digits).collect(Collectors.toSet());
        for (Row row : report.rows()) {
            if (row.part() > plan.size()) {
                throw refused("it has a part " + row.part() + ", and the message has " + plan.size());
            }
            if (!now.contains(row.to())) {
                throw refused(
                        "it has a row for " + PhoneNumber.masked(row.to()) + ", who is no recipient of the message");
            }
            if (rows.put(key(row.part(), row.to()), row) != null) {
                throw refused("it has two rows for part " + row.part() + " to " + PhoneNumber.masked(row.to()));
            }
        }
    }

    /** The report in the header, or {@code null} where there is none. */
    static @Nullable SendReport reportIn(Exchange exchange, SendProgress progress) {
        Object header = exchange.getMessage().getHeader(D360MediaConstants.RESUME);
        if (header == null || (header instanceof String text && text.isBlank())) {
            return null;
        }
        SendReport known = progress.readFrom(header);
        if (known != null) {
            return known;
        }
        try {
            SendReport report = ReportReader.of(header, exchange);
            progress.read(header, report);
            return report;
        } catch (IOException | IllegalArgumentException e) {
            throw Rejections.of(
                    "resume",
                    "The header " + D360MediaConstants.RESUME + " holds no report that can be read: "
                            + ReportReader.said(e)
                            + ". Nothing was sent. Set it to the SendReport of the earlier attempt,"
                            + " to its JSON, or to the PartsFailedException.",
                    e);
        }
    }

    /**
     * Takes over what was settled, besides what this exchange has settled already.
     *
     * @param now the time, which stands for the end of ids of which nobody knows how long they last
     * @throws MediaRejectedException where it is a report of another message
     */
    void into(SendProgress progress, ApiVersion version, Instant now) {
        List<List<EarlierRow>> parts = plan.stream()
                .map(planned -> recipients.stream().map(to -> row(planned, to)).toList())
                .toList();
        for (PlannedPart planned : plan) {
            checkContent(planned, parts.get(planned.number() - 1), progress);
        }
        // nothing is taken over before all of it has turned out to be of this message
        for (PlannedPart planned : plan) {
            List<EarlierRow> ofPart = parts.get(planned.number() - 1);
            for (EarlierRow earlier : ofPart) {
                SendProgress.Settled settled = earlier.settled();
                if (settled != null) {
                    progress.settleBefore(planned.number(), earlier.to(), settled);
                }
            }
            ofPart.stream()
                    .map(earlier -> earlier.held(version, now))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(held -> progress.heldBefore(planned.number(), held));
        }
    }

    private EarlierRow row(PlannedPart planned, PhoneNumber to) {
        Row row = rows.get(key(planned.number(), to.digits()));
        if (row == null) {
            throw refused("it has no row for part " + planned.number() + " to " + PhoneNumber.masked(to.digits()));
        }
        return new EarlierRow(row, planned, to);
    }

    /** A part that reached nobody may be another one now: it was refused, or could not be read. */
    private static void checkContent(PlannedPart planned, List<EarlierRow> ofPart, SendProgress progress) {
        Set<String> contents = ofPart.stream()
                .map(earlier -> earlier.row().content())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        boolean arrived = ofPart.stream().anyMatch(earlier -> earlier.settled() != null);
        if (contents.isEmpty() && !arrived) {
            return;
        }
        String now = progress.content(planned);
        if (now == null || contents.size() != 1 || !contents.contains(now)) {
            throw refused("part " + planned.number() + " of the message is "
                    + (now == null ? "nothing that can be compared" : "another one now"));
        }
    }

    private static MediaRejectedException refused(String why) {
        return Rejections.of(
                "resume",
                "The header " + D360MediaConstants.RESUME + " holds the report of another message: " + why
                        + ". Nothing was sent. Give the same media in the same order to the same recipients, or remove the"
                        + " header to send everything.",
                null);
    }

    private static String key(int part, String digits) {
        return part + "/" + digits;
    }
}
