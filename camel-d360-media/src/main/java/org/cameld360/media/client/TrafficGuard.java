package org.cameld360.media.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Knows the traffic of every key, so that requests can be held back here before 360dialog refuses them. It only says when
 * a request may go; nobody waits in here.
 */
public final class TrafficGuard {

    private static final int MANY_KEYS = 1_000;

    private record Sender(URI baseUrl, ApiKey key) {}

    private final Map<Sender, KeyTraffic> traffic = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime} */
    public TrafficGuard(LongSupplier nanos) {
        this.nanos = nanos;
    }

    KeyTraffic of(ApiTarget target) {
        if (traffic.size() >= MANY_KEYS) {
            long now = now();
            traffic.values().removeIf(idle -> idle.isIdle(now));
        }
        return traffic.computeIfAbsent(new Sender(target.baseUrl(), target.key()), sender -> new KeyTraffic());
    }

    long now() {
        return nanos.getAsLong();
    }
}
