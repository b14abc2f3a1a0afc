package org.cameld360.media.component;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.cameld360.media.client.HttpTransport;
import org.cameld360.media.client.TransportSettings;

/** One transport for all endpoints that can share it, closed when the last of them stops. */
final class Transports {

    private static final class Shared {
        final HttpTransport transport;
        int users;

        Shared(HttpTransport transport) {
            this.transport = transport;
        }
    }

    private final Map<TransportSettings, Shared> shared = new HashMap<>();

    synchronized HttpTransport acquire(TransportSettings settings, ScheduledExecutorService timer) {
        Shared entry = shared.computeIfAbsent(settings, s -> new Shared(new HttpTransport(s, timer)));
        entry.users++;
        return entry.transport;
    }

    /** @param mine what {@link #acquire} gave; one that was closed meanwhile has no users to count */
    synchronized void release(TransportSettings settings, HttpTransport mine) {
        Shared entry = shared.get(settings);
        if (entry != null && entry.transport == mine && --entry.users == 0) {
            shared.remove(settings);
            entry.transport.close();
        }
    }

    /** How many requests have not ended yet. */
    synchronized int inFlight() {
        return shared.values().stream()
                .mapToInt(entry -> entry.transport.inFlight())
                .sum();
    }

    synchronized void closeAll() {
        shared.values().forEach(entry -> entry.transport.close());
        shared.clear();
    }
}
