package org.cameld360.media.client;

import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.nio.ManagedAsyncClientConnection;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections on threads of their own. HttpClient looks hosts up on whatever thread asks for a connection, which
 * may be one that moves the bytes of others, or the timer; and a name server may be silent for long. It stands before HttpClient's
 * own connector rather than extending it: versions of HttpClient come with further ways to connect, which would pass this one by.
 */
final class Connector implements AsyncClientConnectionOperator {

    private final AsyncClientConnectionOperator own;
    private final ConnectionInitiator reactor;
    private final Executor executor;

    /**
     * Goes before HttpClient's own.
     *
     * @param reactor takes the place of HttpClient's
     */
    Connector(AsyncClientConnectionOperator own, ConnectionInitiator reactor, Executor executor) {
        this.own = own;
        this.reactor = reactor;
        this.executor = executor;
    }

    @Override
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator replaced,
            HttpHost host,
            SocketAddress local,
            Timeout timeout,
            Object attachment,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        throw new UnsupportedOperationException("without the context of a request");
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
                    connection.setDependency(own.connect(
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

    /** This is how HttpClient 5.6 connects, which comes with Camel 4.22. It overrides nothing in HttpClient 5.5. */
    public Future<ManagedAsyncClientConnection> connect(
            ConnectionInitiator replaced,
            HttpHost host,
            @Nullable Path socket,
            NamedEndpoint name,
            SocketAddress local,
            Timeout timeout,
            Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        return connect(replaced, host, name, local, timeout, attachment, context, callback);
    }

    @Override
    public void upgrade(ManagedAsyncClientConnection connection, HttpHost host, Object attachment) {
        own.upgrade(connection, host, attachment);
    }

    @Override
    public void upgrade(
            ManagedAsyncClientConnection connection,
            HttpHost host,
            NamedEndpoint name,
            Object attachment,
            HttpContext context,
            FutureCallback<ManagedAsyncClientConnection> callback) {
        own.upgrade(connection, host, name, attachment, context, callback);
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
