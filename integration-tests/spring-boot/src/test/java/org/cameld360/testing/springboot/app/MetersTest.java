package org.cameld360.testing.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.ProducerTemplate;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The component's meters are in the registry that Spring Boot's actuator brings. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.endpoints.web.exposure.include=health,metrics")
@AutoConfigureObservability
@DirtiesContext
class MetersTest {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    @Autowired
    ProducerTemplate template;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestRestTemplate browser;

    @DynamicPropertySource
    static void useTheSimulator(DynamicPropertyRegistry properties) {
        Properties.of(SIMULATOR.simulator(), ApiVersion.V2).forEach((name, value) -> properties.add(name, () -> value));
    }

    @Test
    void callsAndBytesAreCounted() {
        template.requestBody("direct:upload", FourOperations.PHOTO);

        assertThat(meters.get("d360.media.calls")
                        .tags("operation", "upload", "outcome", "ok")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("d360.media.bytes")
                        .tag("operation", "upload")
                        .counter()
                        .count())
                .isEqualTo(FourOperations.PHOTO.length());
        assertThat(browser.getForEntity("/actuator/metrics/d360.media.calls", String.class)
                        .getBody())
                .contains("\"COUNT\"", "upload");
    }
}
