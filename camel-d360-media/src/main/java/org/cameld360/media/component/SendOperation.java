package org.cameld360.media.component;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.cameld360.media.client.D360Client;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MessageDetails;
import org.cameld360.media.media.PhoneNumber;

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
        return new SendRun(client, endpoint.uploads(client), recipients, plan, SendProgress.of(exchange, endpoint))
                .start();
    }
}
