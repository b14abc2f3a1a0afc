package org.cameld360.media.component;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.client.Failures;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MessageDetails;
import org.cameld360.media.media.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Sends one message for each medium to each recipient. */
final class SendOperation implements Operation {

    private final D360MediaEndpoint endpoint;

    SendOperation(D360MediaEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Outcome> start(Exchange exchange, D360Client client) {
        MediaPreparation preparation = new MediaPreparation(exchange, endpoint);
        ExchangeValues values = preparation.values();
        MediaRules rules = endpoint.settings().version().rules();
        List<PhoneNumber> recipients = PhoneNumber.parseAll(values.to());
        MessageDetails details = values.details();
        details.checkText(rules);
        List<SendPart> parts = new SendParts(exchange, endpoint, preparation).parts();
        List<PlannedPart> plan = PlannedPart.plan(parts, details, rules);
        SendProgress progress = SendProgress.of(exchange, endpoint);
        D360MediaComponent component = endpoint.getComponent();
        SendReport earlier = Resumption.reportIn(exchange, progress);
        if (earlier != null) {
            new Resumption(earlier, recipients, plan)
                    .into(
                            progress,
                            endpoint.settings().version(),
                            component.clock().instant());
        }
        if (plan.size() * recipients.size() > 1) {
            plan.forEach(this::count);
        }
        CompletableFuture<Outcome> outcome =
                new SendRun(client, endpoint.uploads(client), recipients, plan, progress).start(component.workers());
        return earlier == null ? outcome : outcome.whenComplete((sent, failure) -> keepUpToDate(exchange, failure));
    }

    /** A refusal among several parts is in the report; a single one ends the exchange, and is counted there. */
    private void count(PlannedPart planned) {
        if (planned.part() instanceof SendPart.Refused refused
                && refused.reason() instanceof MediaRejectedException rejected) {
            endpoint.getComponent().observer().rejected(rejected.getRule());
        }
    }

    /** Whoever tries once more must not begin with what the first attempt left. */
    private static void keepUpToDate(Exchange exchange, @Nullable Throwable failure) {
        if (failure != null && Failures.cause(failure) instanceof PartsFailedException parts) {
            exchange.getMessage().setHeader(D360MediaConstants.RESUME, parts.getReport());
        }
    }
}
