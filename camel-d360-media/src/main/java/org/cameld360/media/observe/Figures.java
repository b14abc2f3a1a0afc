package org.cameld360.media.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.cameld360.media.client.ApiOperation;
import org.jspecify.annotations.Nullable;

/** Counts since the component was started, for JMX, the dev console and the health check. */
public final class Figures implements Observer {

    /** How the service was at last: the end of a call that tells. */
    public record Sign(Outcome outcome, Instant at) {}

    private final Clock clock;
    private final Map<ApiOperation, Map<Outcome, LongAdder>> calls = new EnumMap<>(ApiOperation.class);
    private final LongAdder uploadedBytes = new LongAdder();
    private final LongAdder downloadedBytes = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private final LongAdder rejections = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder heldBackNanos = new LongAdder();
    private final AtomicReference<@Nullable Sign> lastSign = new AtomicReference<>();

    public Figures(Clock clock) {
        this.clock = clock;
        for (ApiOperation operation : ApiOperation.values()) {
            Map<Outcome, LongAdder> byOutcome = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                byOutcome.put(outcome, new LongAdder());
            }
            calls.put(operation, byOutcome);
        }
    }

    @Override
    public void heldBack(ApiOperation operation, Duration time) {
        heldBackNanos.add(time.toNanos());
    }

    @Override
    public void repeated(ApiOperation operation) {
        repeats.increment();
    }

    @Override
    public void ended(ApiOperation operation, Duration time, @Nullable Throwable failure) {
        Outcome outcome = Outcome.of(failure);
        adder(operation, outcome).increment();
        switch (outcome) {
            case OK, UNAUTHORIZED, UNAVAILABLE -> lastSign.set(new Sign(outcome, clock.instant()));
            default -> {
                // Says nothing about the service: it may be the medium's fault, or the pace.
            }
        }
    }

    @Override
    public void moved(ApiOperation operation, long bytes) {
        (operation == ApiOperation.UPLOAD ? uploadedBytes : downloadedBytes).add(bytes);
    }

    @Override
    public void rejected(String rule) {
        rejections.increment();
    }

    @Override
    public void reused() {
        reused.increment();
    }

    /** Calls of that operation that ended so. */
    public long calls(ApiOperation operation, Outcome outcome) {
        return adder(operation, outcome).sum();
    }

    /** Calls of that operation that ended otherwise than well. */
    public long failures(ApiOperation operation) {
        long all = 0;
        for (Outcome outcome : Outcome.values()) {
            all += outcome == Outcome.OK ? 0 : calls(operation, outcome);
        }
        return all;
    }

    public long uploadedBytes() {
        return uploadedBytes.sum();
    }

    public long downloadedBytes() {
        return downloadedBytes.sum();
    }

    public long repeats() {
        return repeats.sum();
    }

    public long rejections() {
        return rejections.sum();
    }

    public long reusedIds() {
        return reused.sum();
    }

    /** How long requests have waited for their turn, all together. */
    public Duration heldBack() {
        return Duration.ofNanos(heldBackNanos.sum());
    }

    /** What the last call that says something about key and service said; {@code null} before there was one. */
    public @Nullable Sign lastSign() {
        return lastSign.get();
    }

    /** All counts from zero. What the last call said stays. */
    public void reset() {
        calls.values().forEach(byOutcome -> byOutcome.values().forEach(LongAdder::reset));
        for (LongAdder adder :
                new LongAdder[] {uploadedBytes, downloadedBytes, repeats, rejections, reused, heldBackNanos}) {
            adder.reset();
        }
    }

    private LongAdder adder(ApiOperation operation, Outcome outcome) {
        Map<Outcome, LongAdder> byOutcome = calls.get(operation);
        LongAdder adder = byOutcome == null ? null : byOutcome.get(outcome);
        if (adder == null) {
            throw new IllegalStateException("Every operation and outcome has a count.");
        }
        return adder;
    }
}
