package org.cameld360.media.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.cameld360.media.client.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * Meters, where there is a registry. Tags have few values each: operations, outcomes and the names of rules. Loaded only where
 * Micrometer is on the class path.
 */
final class MicrometerObserver implements Observer {

    private final MeterRegistry registry;

    private MicrometerObserver(MeterRegistry registry) {
        this.registry = registry;
    }

    /** On the one registry of the context; {@code null} where there is none, or more than one. */
    static @Nullable Observer find(CamelContext context) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        return registry == null ? null : new MicrometerObserver(registry);
    }

    @Override
    public void heldBack(ApiOperation operation, Duration time) {
        Timer.builder("d360.media.held.back")
                .description("Time that requests waited for their turn")
                .tag("operation", operation.value())
                .register(registry)
                .record(time);
    }

    @Override
    public void repeated(ApiOperation operation) {
        Counter.builder("d360.media.repeats")
                .description("Requests that were made once more, since they failed")
                .tag("operation", operation.value())
                .register(registry)
                .increment();
    }

    @Override
    public void ended(ApiOperation operation, Duration time, @Nullable Throwable failure) {
        Timer.builder("d360.media.calls")
                .description("Calls of 360dialog's API, with their repeats")
                .tag("operation", operation.value())
                .tag("outcome", Outcome.of(failure).value())
                .register(registry)
                .record(time);
    }

    @Override
    public void moved(ApiOperation operation, long bytes) {
        Counter.builder("d360.media.bytes")
                .description("Media that went through whole")
                .baseUnit("bytes")
                .tag("operation", operation.value())
                .register(registry)
                .increment((double) bytes);
    }

    @Override
    public void rejected(String rule) {
        Counter.builder("d360.media.rejections")
                .description("What was refused before any request, by rule")
                .tag("rule", rule)
                .register(registry)
                .increment();
    }

    @Override
    public void reused() {
        Counter.builder("d360.media.ids.reused")
                .description("Media that went by the id of an earlier upload")
                .register(registry)
                .increment();
    }
}
