package org.cameld360.media.observe;

import java.time.Instant;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Says what the last call told of key and service, and asks nothing itself: it costs no quota, and is up while nothing has been
 * called yet.
 */
public final class D360MediaHealthCheck extends AbstractHealthCheck {

    private final Figures figures;

    public D360MediaHealthCheck(String id, Figures figures) {
        super("camel", id);
        this.figures = figures;
    }

    @Override
    public boolean isLiveness() {
        // A restart gives neither a better key nor a better network.
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        Figures.Sign sign = figures.lastSign();
        if (sign == null) {
            result.up().message("Nothing has been called yet.");
            return;
        }
        Instant at = sign.at();
        result.detail("since", at.toString());
        switch (sign.outcome()) {
            case UNAUTHORIZED -> result.down().message("360dialog refused the API key at " + at + ".");
            case UNAVAILABLE ->
                result.down().message("360dialog could not be reached, or was in trouble, at " + at + ".");
            default -> result.up().message("The last call went well, at " + at + ".");
        }
    }
}
