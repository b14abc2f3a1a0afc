package org.cameld360.simulator.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cameld360.simulator.Limits.Rate;
import org.jspecify.annotations.Nullable;

/** A bucket of tokens for each name, which fills up as time passes. */
final class Buckets {

    private record Bucket(double tokens, Instant at) {}

    /** When there are more, those that are full again are let go of. */
    private static final int MANY = 50_000;

    private final @Nullable Rate rate;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    /** @param rate null where there is no limit */
    Buckets(@Nullable Rate rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Takes a token, where there is one. */
    boolean take(String name) {
        return rate == null || take(rate, name);
    }

    synchronized void clear() {
        buckets.clear();
    }

    private synchronized boolean take(Rate limit, String name) {
        Instant now = clock.instant();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> tokens(limit, bucket, now) >= limit.burst());
        }
        double tokens = tokens(limit, buckets.getOrDefault(name, new Bucket(limit.burst(), now)), now);
        boolean taken = tokens >= 1;
        buckets.put(name, new Bucket(taken ? tokens - 1 : tokens, now));
        return taken;
    }

    private static double tokens(Rate limit, Bucket bucket, Instant now) {
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
        return Math.min(limit.burst(), bucket.tokens() + seconds * limit.perSecond());
    }
}
