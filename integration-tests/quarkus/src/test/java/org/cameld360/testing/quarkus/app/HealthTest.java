package org.cameld360.testing.quarkus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cameld360.simulator.fault.CallPattern.anyCall;
import static org.cameld360.simulator.fault.Failure.withStatus;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.cameld360.media.AuthenticationException;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SimulatorResource.class)
class HealthTest {

    D360Simulator simulator;

    @Inject
    CamelContext camel;

    @Inject
    ProducerTemplate template;

    @Test
    void goesDownWhenTheKeyIsRefusedAndUpAgainWhenItIsTaken() {
        assertThat(state()).isEqualTo(HealthCheck.State.UP);

        simulator.next(anyCall()).fails(withStatus(401));
        assertThatThrownBy(this::upload).hasCauseInstanceOf(AuthenticationException.class);
        assertThat(state()).isEqualTo(HealthCheck.State.DOWN);

        upload();
        assertThat(state()).isEqualTo(HealthCheck.State.UP);
    }

    private void upload() {
        template.requestBody("direct:upload", FourOperations.PHOTO);
    }

    /** Of the component, among all that the application reports. */
    private HealthCheck.State state() {
        return HealthCheckHelper.invokeReadiness(camel, "full").stream()
                .filter(result -> result.getCheck().getId().equals("producer:d360-media"))
                .findFirst()
                .orElseThrow()
                .getState();
    }
}
