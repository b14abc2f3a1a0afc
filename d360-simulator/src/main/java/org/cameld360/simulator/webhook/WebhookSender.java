package org.cameld360.simulator.webhook;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts webhooks until each was answered with 200, with growing pauses, for up to seven days: at least once, and in no certain order. What
 * waits is bounded.
 */
public final class WebhookSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private static final int MAX_PENDING = 10_000;
    private static final int MAX_IN_FLIGHT = 16;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

    /** @param since when it was first to be posted, on the simulator's clock */
    private record Webhook(WebhookTarget target, String body, int attempt, Instant since) {

        Duration pause() {
            Duration pause = Duration.ofSeconds(1L << Math.min(attempt, 20));
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }

        Webhook again() {
            return new Webhook(target, body, attempt + 1, since);
        }
    }

    private final Timeline timeline;
    private final Queue<Webhook> ready = new ArrayDeque<>();
    private @Nullable ExecutorService executor;
    private @Nullable HttpClient client;
    private int pending;
    private int inFlight;
    private int generation;
    private long dropped;
    private boolean closed;

    public WebhookSender(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Returns at once. Where too many wait already, the webhook is lost. */
    public void send(WebhookTarget target, String body) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (pending == MAX_PENDING) {
                dropped++;
                if (dropped == 1) {
                    LOG.warn("{} webhooks wait for an answer of 200; more than that are dropped", MAX_PENDING);
                }
                return;
            }
            pending++;
            ready.add(new Webhook(target, body, 0, timeline.clock().instant()));
        }
        sendReady();
    }

    /** Those that were not answered with 200 so far. */
    public synchronized int pending() {
        return pending;
    }

    /** Forgets what waits. What is under way may still arrive. */
    public synchronized void clear() {
        ready.clear();
        pending = 0;
        dropped = 0;
        generation++;
    }

    @Override
    public synchronized void close() {
        clear();
        closed = true;
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    private void sendReady() {
        while (true) {
            Webhook next;
            int current;
            synchronized (this) {
                next = closed || inFlight == MAX_IN_FLIGHT ? null : ready.poll();
                if (next == null) {
                    return;
                }
                inFlight++;
                current = generation;
            }
            post(next, current);
        }
    }

    private void post(Webhook webhook, int ofGeneration) {
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.target().url())
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(webhook.body()));
        webhook.target().headers().forEach(request::setHeader);
        CompletableFuture<Boolean> taken = client().sendAsync(request.build(), BodyHandlers.discarding())
                .orTimeout(2 * ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .thenApply(response -> response.statusCode() == 200)
                .exceptionally(failure -> false)
                .whenComplete((answered, failure) -> {
                    done(webhook, Boolean.TRUE.equals(answered), ofGeneration);
                    sendReady();
                });
        LOG.trace("Webhook to {}, attempt {}: {}", webhook.target(), webhook.attempt() + 1, taken);
    }

    private synchronized void done(Webhook webhook, boolean answered, int ofGeneration) {
        inFlight--;
        if (ofGeneration != generation) {
            return;
        }
        Instant next = timeline.clock().instant().plus(webhook.pause());
        if (answered || next.isAfter(webhook.since().plus(GIVE_UP_AFTER))) {
            pending--;
        } else {
            timeline.after(webhook.pause(), () -> retry(webhook.again(), ofGeneration));
        }
    }

    private void retry(Webhook webhook, int ofGeneration) {
        synchronized (this) {
            if (closed || ofGeneration != generation) {
                return;
            }
            ready.add(webhook);
        }
        sendReady();
    }

    /** Made at the first webhook, as most simulators send none. */
    private synchronized HttpClient client() {
        if (client == null) {
            executor = Executors.newFixedThreadPool(2, task -> {
                Thread thread = new Thread(task, "d360-simulator-webhooks");
                thread.setDaemon(true);
                return thread;
            });
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(ANSWER_WITHIN)
                    .executor(executor)
                    .build();
        }
        return client;
    }
}
