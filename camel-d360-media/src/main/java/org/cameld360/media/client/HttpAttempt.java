package org.cameld360.media.client;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. Besides HttpClient's timeout for silence, a deadline runs from the last byte of the request
 * on: an answer that trickles ends there too. A download is bound by it up to its head, and by silence from then on.
 */
final class HttpAttempt {

    private static final String ATTRIBUTE = HttpAttempt.class.getName();

    private final ApiRequest request;
    private final ApiKey key;
    private final Duration responseTimeout;
    private final ScheduledExecutorService timer;
    private final CompletableFuture<ApiAnswer> answer = new CompletableFuture<>();
    private final AnswerConsumer consumer;
    private final @Nullable PayloadProducer producer;
    private volatile boolean left;
    private volatile @Nullable Future<ApiAnswer> exchange;
    private volatile @Nullable ScheduledFuture<?> deadline;

    HttpAttempt(ApiRequest request, ApiKey key, Duration responseTimeout, ScheduledExecutorService timer) {
        this.request = request;
        this.key = key;
        this.responseTimeout = responseTimeout;
        this.timer = timer;
        this.consumer = new AnswerConsumer(request.download(), this::cancelDeadline);
        this.producer = request.payload() == null ? null : new PayloadProducer(request.payload(), this::startDeadline);
    }

    static HttpAttempt of(HttpContext context) {
        return (HttpAttempt) context.getAttribute(ATTRIBUTE);
    }

    CompletableFuture<ApiAnswer> answer() {
        return answer;
    }

    void start(CloseableHttpAsyncClient client) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ATTRIBUTE, this);
        context.setRequestConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(responseTimeout))
                .setConnectionRequestTimeout(Timeout.of(responseTimeout))
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(true)
                .setProtocolUpgradeEnabled(false)
                .build());
        HttpRequest head = new BasicHttpRequest(request.method(), request.uri());
        head.addHeader(new ApiKeyHeader(key));
        try {
            exchange = client.execute(
                    new BasicRequestProducer(head, producer), consumer, null, context, new FutureCallback<>() {
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
                    });
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** HttpClient is about to write the head of the request to a connection that stands. */
    void requestLeaves() {
        left = true;
        if (producer == null) {
            startDeadline();
        }
    }

    /** Ends the attempt now, if it has not ended. */
    void abort(String why) {
        fail(new ConnectionClosedException(why));
        Future<ApiAnswer> running = exchange;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void succeed(ApiAnswer result) {
        cancelDeadline();
        answer.complete(withSentHash(result));
    }

    private void fail(Exception cause) {
        cancelDeadline();
        ApiAnswer refusal = cause instanceof AnswerConsumer.TooLargeException ? null : consumer.refusalSoFar();
        if (refusal != null) {
            answer.complete(withSentHash(refusal));
        } else {
            answer.completeExceptionally(new TransportException(reason(cause), left, cause));
        }
    }

    private ApiAnswer withSentHash(ApiAnswer result) {
        return new ApiAnswer(
                result.status(),
                result.headers(),
                result.body(),
                result.received(),
                producer == null ? null : producer.sha256());
    }

    private void startDeadline() {
        try {
            deadline = timer.schedule(
                    () -> abort("no complete answer came within " + responseTimeout.toMillis() + " ms"),
                    responseTimeout.toMillis() + 500,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            abort("the component was stopped");
        }
        if (answer.isDone()) {
            cancelDeadline();
        }
    }

    private void cancelDeadline() {
        ScheduledFuture<?> running = deadline;
        if (running != null) {
            running.cancel(false);
        }
    }

    private String reason(Exception cause) {
        String host = request.uri().getHost();
        if (cause instanceof UnknownHostException) {
            return "the host " + host + " is unknown";
        }
        if (cause instanceof ConnectTimeoutException) {
            return host + " did not accept a connection in time";
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return "no connection came free within " + responseTimeout.toMillis() + " ms (maxConnections)";
        }
        if (cause instanceof ConnectException) {
            return "no connection to " + host + " could be made";
        }
        if (cause instanceof SSLException) {
            return "TLS with " + host + " failed: " + words(cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return host + " was silent for " + responseTimeout.toMillis() + " ms";
        }
        return "the connection to " + host + " broke: " + words(cause);
    }

    private String words(Exception cause) {
        String message = cause.getMessage();
        return Rejections.shown(key.maskIn(message == null ? cause.getClass().getSimpleName() : message));
    }
}
