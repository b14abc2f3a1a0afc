package org.cameld360.benchmarks.contenders;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** A route from {@code direct:upload}, with the file as its body; the id is its body in the end. */
abstract class CamelRoute implements Contender {

    /** Refers to the trust parameters, where the target wants TLS. */
    static final String TLS = "#tls";

    private final String name;
    private final boolean blocks;
    private final CamelContext context = new DefaultCamelContext();
    private final Endpoint start;
    private final AsyncProducer producer;

    CamelRoute(String name, boolean blocks, Target target, String options) throws Exception {
        this.name = name;
        this.blocks = blocks;
        if (target.isTls()) {
            context.getRegistry().bind("tls", trust(target));
        }
        prepare(context, target);
        context.addRoutes(new RouteBuilder(context) {
            @Override
            public void configure() {
                describe(this, target, options);
            }
        });
        context.start();
        start = context.getEndpoint("direct:upload");
        producer = start.createAsyncProducer();
        producer.start();
    }

    /** What has to be in the context before the route. */
    void prepare(CamelContext context, Target target) throws Exception {}

    abstract void describe(RouteBuilder routes, Target target, String options);

    private static SSLContextParameters trust(Target target) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + target.trusted());
        store.setPassword(target.password());
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean blocks() {
        return blocks;
    }

    @Override
    public CompletableFuture<String> upload(Path file) {
        CompletableFuture<String> result = new CompletableFuture<>();
        Exchange exchange = start.createExchange();
        exchange.getMessage().setBody(file.toFile());
        producer.process(exchange, synchronously -> {
            if (exchange.getException() != null) {
                result.completeExceptionally(exchange.getException());
            } else {
                result.complete(exchange.getMessage().getBody(String.class));
            }
        });
        return result;
    }

    @Override
    public void close() {
        producer.stop();
        context.stop();
    }
}
