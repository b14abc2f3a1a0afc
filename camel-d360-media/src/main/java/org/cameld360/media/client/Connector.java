package org.cameld360.media.client;

import java.net.SocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.nio.DefaultAsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes connections on threads of their own. HttpClient looks hosts up on whatever thread asks for a connection, which
 * may be one that moves the bytes of others, or the timer; and a name server may be silent for long.
 */
final class Connector extends DefaultAsyncClientConnectionOperator {

    private final ConnectionInitiator reactor;
    private final Executor executor;

    /** @param reactor takes the place of HttpClient's own */
    Connector(
            TlsStrategy tls,
            SchemePortResolver ports,
            DnsResolver names,
            ConnectionInitiator reactor,
            Executor executor) {
        super(
                RegistryBuilder.<TlsStrategy>create()
                        .register(URIScheme.HTTPS.getId(), tls)
                        .build(),
                ports,
                names);
        this.reactor = reactor;
        this.executor = executor;
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator replaced,
            HttpHost host,
            NamedEndpoint name,
            SocketAddress local,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        ComplexFuture<ManagedAsyncClientConnection> connection = new ComplexFuture<>(callback);
        HttpAttempt.of(context).connecting();
        try {
            executor.execute(() -> {
                if (connection.isDone()) {
                    return;
                }
                try {
                    connection.setDependency(super.connect(
                            reactor, host, name, local, timeout, attachment, context, handedTo(connection)));
                } catch (RuntimeException e) {
                    connection.failed(e);
                }
            });
        } catch (RejectedExecutionException stopped) {
            connection.failed(stopped);
        }
        return connection;
    }

    private static FutureCallback<ManagedAsyncClientConnection> handedTo(
            ComplexFuture<ManagedAsyncClientConnection> taker) {
        return new FutureContribution<>(taker) {
            @Override
            public void completed(ManagedAsyncClientConnection made) {
                if (!taker.completed(made)) {
                    made.close(CloseMode.IMMEDIATE);
                }
            }
        };
    }
}
