package org.cameld360.media.observe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.cameld360.media.client.Reachability;
import org.cameld360.media.client.Reachability.Sight;

/**
 * Connects to the hosts that started endpoints use, without a request: 360dialog documents none that is harmless on both
 * generations, and a get that fails counts against the number. So it says nothing about the key.
 */
public final class ConnectionHealthCheck extends AbstractHealthCheck {

    private final Reachability reachability;

    public ConnectionHealthCheck(String id, Reachability reachability) {
        super("camel", id);
        this.reachability = reachability;
    }

    @Override
    public boolean isLiveness() {
        // A restart gives no better network.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        List<Sight> sights = reachability.look();
        sights.forEach(
                sight -> result.detail(sight.host(), (sight.trouble() == null ? "up at " : "down at ") + sight.at()));
        String troubles =
                sights.stream().map(Sight::trouble).filter(Objects::nonNull).collect(Collectors.joining("; "));
        if (!troubles.isEmpty()) {
            result.down().message("Out of reach: " + troubles + ".");
        } else if (sights.isEmpty()) {
            result.up().message("No endpoint is started.");
        } else {
            result.up()
                    .message(
                            "Connected to " + sights.stream().map(Sight::host).collect(Collectors.joining(", ")) + ".");
        }
    }
}
