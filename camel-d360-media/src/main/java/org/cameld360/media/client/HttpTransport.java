package org.cameld360.media.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Connections to the API, and the requests in flight on them. Every request ends once: with an answer, or with a
 * {@link TransportException}.
 */
public final class HttpTransport implements AutoCloseable {

    private static final String STOPPED = "the component was stopped";

    private final TransportSettings settings;
    private final Connections connections;
    private final Buffers buffers = new Buffers();
    private final ScheduledExecutorService timer;
    private final Set<HttpAttempt> inFlight = ConcurrentHashMap.newKeySet();
    private final Pauses pauses;
    private volatile boolean closed;

    /** @param timer for deadlines and pauses; owned by the caller */
    public HttpTransport(TransportSettings settings, ScheduledExecutorService timer) {
        this.settings = settings;
        this.timer = timer;
        this.pauses = new Pauses(timer);
        this.connections = new Connections(settings);
    }

    /** Sends a request. The future fails with a {@link TransportException} where no usable answer came. */
    CompletableFuture<ApiAnswer> execute(ApiRequest request, ApiKey key, Duration responseTimeout) {
        HttpAttempt attempt = new HttpAttempt(request, key, responseTimeout, settings, buffers, timer);
        inFlight.add(attempt);
        CompletableFuture<ApiAnswer> answer = attempt.answer().whenComplete((a, e) -> inFlight.remove(attempt));
        if (!closed) {
            attempt.start(connections.client());
        }
        if (closed) {
            attempt.abort(STOPPED);
        }
        return answer;
    }

    /** Over when the delay is over. It is cut short when the transport is closed, so that whoever waits sees that. */
    CompletableFuture<Void> pause(Duration delay) {
        return pauses.pause(delay);
    }

    /** What is told to who waits when the transport is closed. */
    static TransportException stopped() {
        return new TransportException(STOPPED, false, null);
    }

    /** Whether nothing can be sent any more. */
    public boolean isClosed() {
        return closed;
    }

    /** How many requests have not ended yet. */
    public int inFlight() {
        return inFlight.size();
    }

    /** Ends what is in flight or waiting, and closes every connection. */
    @Override
    public void close() {
        closed = true;
        connections.close();
        inFlight.forEach(attempt -> attempt.abort(STOPPED));
        pauses.close();
    }
}
