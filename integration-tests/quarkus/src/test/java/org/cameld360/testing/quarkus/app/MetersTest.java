package org.cameld360.testing.quarkus.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** The component's meters are in the registry that Quarkus brings. */
@QuarkusTest
@WithTestResource(SimulatorResource.class)
class MetersTest {

    /** Quarkus counts nothing where no registry keeps it. */
    @ApplicationScoped
    static class Registries {
        @Produces
        @Singleton
        MeterRegistry simple() {
            return new SimpleMeterRegistry();
        }
    }

    @Inject
    MeterRegistry meters;

    @Inject
    ProducerTemplate template;

    @Test
    void callsAndBytesAreCounted() {
        template.requestBody("direct:upload", FourOperations.PHOTO);
        long calls = calls();
        double bytes = bytes();

        template.requestBody("direct:upload", FourOperations.PHOTO);

        assertThat(calls() - calls).isEqualTo(1);
        assertThat(bytes() - bytes).isEqualTo(FourOperations.PHOTO.length());
    }

    private long calls() {
        return meters.get("d360.media.calls")
                .tags("operation", "upload", "outcome", "ok")
                .timer()
                .count();
    }

    private double bytes() {
        return meters.get("d360.media.bytes")
                .tag("operation", "upload")
                .counter()
                .count();
    }
}
