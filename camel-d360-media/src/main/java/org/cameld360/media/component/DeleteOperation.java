package org.cameld360.media.component;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.cameld360.media.client.D360Client;

/** Deletes media at 360dialog. The body stays as it is. */
final class DeleteOperation implements Operation {

    private final D360MediaEndpoint endpoint;

    DeleteOperation(D360MediaEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public CompletableFuture<Outcome> start(Exchange exchange, D360Client client) {
        String id = ExchangeValues.asTheyStand(exchange, endpoint).requiredMediaId();
        return client.delete(id, endpoint.getConfiguration().isIgnoreMissing())
                .thenCompose(deleted -> endpoint.uploads(client).forget(id))
                .thenApply(forgotten -> ex -> {});
    }
}
