package org.cameld360.simulator.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.cameld360.simulator.Limits.Rate;
import org.jspecify.annotations.Nullable;

/** A bucket of tokens for each name, which fills up as time passes. By a strict rate, what fills up while it is emptied has to wait for the second to be over. */
final class Buckets {

    private static final class Bucket {

        private final Deque<Instant> takenLately = new ArrayDeque<>();
        private double tokens;
        private Instant at;

        Bucket(double tokens, Instant at) {
            this.tokens = tokens;
            this.at = at;
        }

        void moveTo(Instant now, Rate limit) {
            double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
            tokens = Math.min(limit.burst(), tokens + seconds * limit.perSecond());
            at = now;
            Instant secondAgo = now.minusSeconds(1);
            while (!takenLately.isEmpty() && !takenLately.getFirst().isAfter(secondAgo)) {
                takenLately.removeFirst();
            }
        }

        boolean take(Rate limit) {
            boolean taken = tokens >= 1 && (!limit.strict() || takenLately.size() < limit.burst());
            if (taken) {
                tokens--;
                if (limit.strict()) {
                    takenLately.addLast(at);
                }
            }
            return taken;
        }

        boolean isAsNew(Rate limit) {
            return tokens >= limit.burst() && takenLately.isEmpty();
        }
    }

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
            buckets.values().removeIf(bucket -> {
                bucket.moveTo(now, limit);
                return bucket.isAsNew(limit);
            });
        }
        Bucket bucket = buckets.computeIfAbsent(name, any -> new Bucket(limit.burst(), now));
        bucket.moveTo(now, limit);
        return bucket.take(limit);
    }
}
