package org.cameld360.simulator.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The target of each key: the one that was set with it, else the one that the simulator was started with. */
public final class WebhookTargets {

    private final @Nullable WebhookTarget fallback;
    private final Map<String, WebhookTarget> byKey = new ConcurrentHashMap<>();

    public WebhookTargets(@Nullable WebhookTarget fallback) {
        this.fallback = fallback;
    }

    public Optional<WebhookTarget> of(String key) {
        WebhookTarget own = byKey.get(key);
        return Optional.ofNullable(own == null ? fallback : own);
    }

    void set(String key, WebhookTarget target) {
        byKey.put(key, target);
    }

    public void clear() {
        byKey.clear();
    }
}
