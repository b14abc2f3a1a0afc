package org.cameld360.media.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections to the API, and the requests in flight on them. Every request ends once: with an answer, or with a
 * {@link TransportException}.
 */
public final class HttpTransport implements AutoCloseable {

    /** Idle connections are dropped before usual servers and gateways drop them. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(20);

    private final CloseableHttpAsyncClient client;
    private final ScheduledExecutorService timer;
    private final Set<HttpAttempt> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param timer for deadlines; owned by the caller */
    public HttpTransport(TransportSettings settings, ScheduledExecutorService timer) {
        this.timer = timer;
        this.client = client(settings);
        client.start();
    }

    /** Sends a request. The future fails with a {@link TransportException} where no usable answer came. */
    CompletableFuture<ApiAnswer> execute(ApiRequest request, ApiKey key, Duration responseTimeout) {
        HttpAttempt attempt = new HttpAttempt(request, key, responseTimeout, timer);
        inFlight.add(attempt);
        CompletableFuture<ApiAnswer> answer = attempt.answer().whenComplete((a, e) -> inFlight.remove(attempt));
        attempt.start(client);
        if (closed) {
            attempt.abort("the component was stopped");
        }
        return answer;
    }

    /** Ends what is in flight, and closes every connection. */
    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
        inFlight.forEach(attempt -> attempt.abort("the component was stopped"));
    }

    private static CloseableHttpAsyncClient client(TransportSettings settings) {
        Timeout connectTimeout = Timeout.of(settings.connectTimeout());
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create();
        if (settings.sslContext() != null) {
            tls.setSslContext(settings.sslContext());
        }
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setTlsStrategy(tls.buildAsync())
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
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(Runtime.getRuntime().availableProcessors())
                        .setSelectInterval(TimeValue.ofMilliseconds(250))
                        .setTcpNoDelay(true)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(64 * 1024)
                        .setMaxHeaderCount(200)
                        .build())
                .setKeepAliveStrategy((response, context) -> shorter(response, context))
                .setThreadFactory(new DefaultThreadFactory("d360-media-io", true))
                .setUserAgent("camel-d360-media")
                // the wire log would show the key: there is none on these connections
                .setIoSessionDecorator(session -> session)
                .addRequestInterceptorLast(
                        (request, entity, context) -> HttpAttempt.of(context).requestLeaves())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableConnectionState();
        if (settings.proxy() != null) {
            builder.setProxy(settings.proxy());
            if (settings.proxyCredentials() != null) {
                BasicCredentialsProvider credentials = new BasicCredentialsProvider();
                credentials.setCredentials(new AuthScope(settings.proxy()), settings.proxyCredentials());
                builder.setDefaultCredentialsProvider(credentials);
            }
        }
        return builder.build();
    }

    private static TimeValue shorter(
            org.apache.hc.core5.http.HttpResponse response, org.apache.hc.core5.http.protocol.HttpContext context) {
        TimeValue asked = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
        return TimeValue.isPositive(asked) && asked.compareTo(KEEP_ALIVE) < 0 ? asked : KEEP_ALIVE;
    }
}
