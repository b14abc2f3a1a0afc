package org.cameld360.testing.quarkus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TlsResource.class)
class UntrustedTlsTest {

    D360Simulator simulator;

    @Inject
    ProducerTemplate template;

    @Test
    void aCertificateThatNobodyTrustsEndsBeforeAnythingIsSent() {
        assertThatThrownBy(() -> template.requestBody("direct:upload", FourOperations.PHOTO))
                .cause()
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("TLS");

        assertThat(simulator.calls()).isEmpty();
    }
}
