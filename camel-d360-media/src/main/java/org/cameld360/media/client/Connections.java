package org.cameld360.media.client;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient, set up for one API: a pool of plain HTTP/1.1 connections, and nothing that it would do by itself. */
final class Connections implements AutoCloseable {

    /** Idle connections are dropped before usual servers and gateways drop them. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(20);

    private static final int CONNECTING_THREADS = 4;

    private final DefaultConnectingIOReactor reactor = QuietReactor.start();
    private final ExecutorService connecting = connectingThreads();
    private final CloseableHttpAsyncClient client;

    Connections(TransportSettings settings) {
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(pool(settings))
                // HttpClient insists on a reactor of its own, which has nothing to do
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
                .setThreadFactory(new DefaultThreadFactory("d360-media-idle", true))
                .setKeepAliveStrategy(Connections::keepAlive)
                .setUserAgent("camel-d360-media")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableConnectionState()
                .addExecInterceptorLast("attempt", Connections::handOver);
        if (settings.proxy() != null) {
            builder.setProxy(settings.proxy());
        }
        client = builder.build();
        client.start();
    }

    /** The last step before the request is written to its connection. */
    private static void handOver(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        if (HttpAttempt.of(scope.clientContext).connected(scope.execRuntime)) {
            chain.proceed(request, body, scope, callback);
        } else {
            callback.failed(new ConnectionClosedException("the attempt has ended"));
        }
    }

    CloseableHttpAsyncClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        reactor.close(CloseMode.IMMEDIATE);
        connecting.shutdownNow();
    }

    private PoolingAsyncClientConnectionManager pool(TransportSettings settings) {
        Timeout connectTimeout = Timeout.of(settings.connectTimeout());
        SSLContext context = settings.sslContext();
        // HttpClient leaves the check of the host's name to the JDK by default, and asks it for that too late.
        // Its builder has another method for this before 5.5, which comes with Camel 4.14.
        TlsStrategy tls = new DefaultClientTlsStrategy(
                context == null ? SSLContexts.createDefault() : context,
                HostnameVerificationPolicy.BOTH,
                HttpsSupport.getDefaultHostnameVerifier());
        return new PoolingAsyncClientConnectionManagerBuilder() {
            @Override
            protected AsyncClientConnectionOperator createConnectionOperator(
                    TlsStrategy strategy, SchemePortResolver ports, DnsResolver names) {
                return new Connector(super.createConnectionOperator(strategy, ports, names), reactor, connecting);
            }
        }.setTlsStrategy(tls)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnPerRoute(settings.maxConnections())
                .setMaxConnTotal(Integer.MAX_VALUE)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(connectTimeout)
                        .build())
                .build();
    }

    private static ExecutorService connectingThreads() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                CONNECTING_THREADS,
                CONNECTING_THREADS,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("d360-media-connect", true));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static TimeValue keepAlive(HttpResponse response, HttpContext context) {
        TimeValue asked = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
        return TimeValue.isPositive(asked) && asked.compareTo(KEEP_ALIVE) < 0 ? asked : KEEP_ALIVE;
    }
}
