package org.cameld360.media.component;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.client.Failures;
import org.cameld360.media.component.Operation.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one bridge between Camel's callback and the client's futures. Each exchange ends once. */
final class D360MediaProducer extends DefaultAsyncProducer {

    private static final Logger LOG = LoggerFactory.getLogger(D360MediaProducer.class);

    private final D360MediaEndpoint endpoint;
    private final Operation operation;

    D360MediaProducer(D360MediaEndpoint endpoint, Operation operation) {
        super(endpoint);
        this.endpoint = endpoint;
        this.operation = operation;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Outcome> outcome;
        try {
            String keyOfMessage = D360MediaEndpoint.takeKey(exchange);
            outcome = operation.start(exchange, endpoint.client(keyOfMessage, exchange.getExchangeId()));
        } catch (Throwable e) {
            fail(exchange, e);
            callback.done(true);
            return true;
        }
        var unused = outcome.whenCompleteAsync(
                (result, failure) -> {
                    try {
                        if (failure != null) {
                            fail(exchange, Failures.cause(failure));
                        } else {
                            result.applyTo(exchange);
                        }
                    } catch (Throwable e) {
                        fail(exchange, e);
                    } finally {
                        callback.done(false);
                    }
                },
                endpoint.getComponent().workers());
        return false;
    }

    private void fail(Exchange exchange, Throwable failure) {
        exchange.setException(failure);
        if (failure instanceof MediaRejectedException rejected) {
            endpoint.getComponent().observer().rejected(rejected.getRule());
            LOG.debug(
                    "{} rejected, rule={} exchange={}",
                    endpoint.getOperation().name().toLowerCase(Locale.ROOT),
                    rejected.getRule(),
                    exchange.getExchangeId());
        }
    }
}
