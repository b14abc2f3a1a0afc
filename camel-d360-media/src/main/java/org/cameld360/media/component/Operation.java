package org.cameld360.media.component;

import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.cameld360.media.client.D360Client;

/** One of the four things that an endpoint can do. */
interface Operation {

    /**
     * Reads the exchange, checks, and begins.
     *
     * @return what to do to the exchange when all went well; it fails with a {@link
     *     org.cameld360.media.D360MediaException}
     * @throws org.cameld360.media.MediaRejectedException where nothing is sent
     */
    CompletableFuture<Outcome> start(Exchange exchange, D360Client client);

    /** Writes a result into an exchange. */
    @FunctionalInterface
    interface Outcome {
        void applyTo(Exchange exchange);
    }
}
