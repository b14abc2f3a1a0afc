package org.cameld360.media.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. A watchdog allows each step its time: to get a connection, to have it stand, to take the
 * request, and to answer; so an answer that trickles ends too. A download may take as long as it goes on.
 */
final class HttpAttempt {

    private static final String ATTRIBUTE = HttpAttempt.class.getName();

    private final ApiRequest request;
    private final ApiKey key;
    private final Duration responseTimeout;
    private final TransportSettings settings;
    private final TransportFailures failures;
    private final CompletableFuture<ApiAnswer> answer = new CompletableFuture<>();
    private final AnswerConsumer consumer;
    private final @Nullable PayloadProducer producer;
    private final Watchdog watchdog;
    private volatile boolean left;
    private volatile @Nullable Future<ApiAnswer> exchange;
    private volatile @Nullable AsyncExecRuntime connection;

    HttpAttempt(
            ApiRequest request,
            ApiKey key,
            Duration responseTimeout,
            TransportSettings settings,
            Buffers buffers,
            ScheduledExecutorService timer) {
        this.request = request;
        this.key = key;
        this.responseTimeout = responseTimeout;
        this.settings = settings;
        this.failures = new TransportFailures(request.uri(), settings.proxy(), key, responseTimeout);
        this.watchdog = new Watchdog(timer, this::abort);
        this.consumer = new AnswerConsumer(request.download(), this::downloadBegins, watchdog::progress);
        this.producer = request.payload() == null
                ? null
                : new PayloadProducer(request.payload(), buffers, watchdog::progress, this::requestLeft);
    }

    static HttpAttempt of(HttpContext context) {
        return (HttpAttempt) context.getAttribute(ATTRIBUTE);
    }

    CompletableFuture<ApiAnswer> answer() {
        return answer;
    }

    void start(CloseableHttpAsyncClient client) {
        watchdog.allow(responseTimeout, failures.noConnectionFree());
        try {
            exchange = client.execute(
                    new BasicRequestProducer(head(request), producer), consumer, null, context(), callback());
        } catch (RuntimeException e) {
            fail(e);
        }
        if (answer.isDone()) {
            cancelExchange();
        }
    }

    /** The address without its query, which may be signed, and without the key: HttpClient's debug log shows this head. */
    private static HttpRequest head(ApiRequest request) {
        URI uri = request.uri();
        return new BasicHttpRequest(
                request.method(), URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath()));
    }

    private HttpClientContext context() {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ATTRIBUTE, this);
        context.setRequestConfig(RequestConfig.custom()
                // HttpClient 5.6, which comes with Camel 4.22, would ask for compressed answers
                .setContentCompressionEnabled(false)
                .setResponseTimeout(Timeout.of(responseTimeout))
                .setConnectionRequestTimeout(Timeout.of(responseTimeout))
                .setRedirectsEnabled(false)
                // a challenge would have the body sent twice; the proxy is given its password at once
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        if (settings.proxy() != null && settings.proxyCredentials() instanceof UsernamePasswordCredentials forProxy) {
            BasicScheme basic = new BasicScheme();
            basic.initPreemptive(forProxy);
            context.getAuthExchange(settings.proxy()).select(basic);
        }
        return context;
    }

    private FutureCallback<ApiAnswer> callback() {
        return new FutureCallback<>() {
            @Override
            public void completed(ApiAnswer result) {
                succeed(result);
            }

            @Override
            public void failed(Exception cause) {
                fail(cause);
            }

            @Override
            public void cancelled() {
                fail(new ConnectionClosedException("the request was cancelled"));
            }
        };
    }

    /** A connection has to be made. Two times: one to connect, one for TLS. */
    void connecting() {
        watchdog.allow(settings.connectTimeout().multipliedBy(2), failures.noConnectionInTime());
    }

    /**
     * A connection stands for the request. It goes down with the attempt: HttpClient 5.5.1 forgets whom to cancel where the
     * pool had a connection at once, and a server that trickles would keep its connection from all others.
     *
     * @return whether the request is still wanted
     */
    boolean connected(AsyncExecRuntime runtime) {
        connection = runtime;
        return !answer.isDone();
    }

    /** The head is about to be written to a connection that stands: now it gets what nobody else is to see. */
    void requestLeaves(HttpRequest head) {
        URI uri = request.uri();
        head.setPath(uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery());
        head.setHeader(new ApiKeyHeader(key));
        left = true;
        if (producer == null) {
            requestLeft();
        } else {
            watchdog.allow(responseTimeout, failures.requestNotTaken());
        }
    }

    private void requestLeft() {
        watchdog.allow(responseTimeout, failures.noAnswerInTime());
    }

    private void downloadBegins() {
        watchdog.allow(responseTimeout, failures.silence());
    }

    /** Ends the attempt now, if it has not ended. */
    void abort(String why) {
        release();
        end(why, null);
        cancelExchange();
    }

    private void succeed(ApiAnswer result) {
        watchdog.stop();
        if (producer != null) {
            producer.releaseResources();
        }
        answer.complete(withSentHash(result));
    }

    private void fail(Exception cause) {
        release();
        end(failures.reason(cause), failures.fitToShow(cause));
    }

    private void end(String reason, @Nullable Exception cause) {
        watchdog.stop();
        ApiAnswer refusal = consumer.refusalSoFar();
        if (refusal != null) {
            answer.complete(withSentHash(refusal));
        } else {
            answer.completeExceptionally(new TransportException(reason, left, cause));
        }
    }

    /** No byte is read from the source or written to the file from here on, as the next attempt may do the same. */
    private void release() {
        consumer.releaseResources();
        if (producer != null) {
            producer.releaseResources();
        }
    }

    private void cancelExchange() {
        Future<ApiAnswer> running = exchange;
        if (running != null) {
            running.cancel(true);
        }
        AsyncExecRuntime held = connection;
        if (held != null) {
            held.discardEndpoint();
        }
    }

    private ApiAnswer withSentHash(ApiAnswer result) {
        return result.withSentSha256(producer == null ? null : producer.sha256());
    }
}
