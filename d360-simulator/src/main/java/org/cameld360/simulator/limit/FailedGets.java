package org.cameld360.simulator.limit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.cameld360.simulator.Limits.GetBlock;
import org.jspecify.annotations.Nullable;

/** Counts the failed GETs of each key, and blocks those that have too many. */
final class FailedGets {

    private static final class Failures {

        private final Deque<Instant> at = new ArrayDeque<>();
        private Instant blockedUntil = Instant.MIN;
    }

    private final @Nullable GetBlock rule;
    private final Clock clock;
    private final Map<String, Failures> byKey = new HashMap<>();

    /** @param rule null where nothing is blocked */
    FailedGets(@Nullable GetBlock rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    synchronized boolean isBlocked(String key) {
        Failures failures = byKey.get(key);
        return failures != null && clock.instant().isBefore(failures.blockedUntil);
    }

    synchronized void add(String key) {
        if (rule == null) {
            return;
        }
        Instant now = clock.instant();
        Failures failures = byKey.computeIfAbsent(key, any -> new Failures());
        failures.at.addLast(now);
        Instant begin = now.minus(rule.window());
        while (!failures.at.isEmpty() && !failures.at.getFirst().isAfter(begin)) {
            failures.at.removeFirst();
        }
        if (failures.at.size() > rule.failures()) {
            failures.blockedUntil = now.plus(rule.block());
            failures.at.clear();
        }
    }

    synchronized void clear() {
        byKey.clear();
    }
}
