package org.cameld360.testing.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cameld360.simulator.fault.CallPattern.anyCall;
import static org.cameld360.simulator.fault.Failure.withStatus;

import org.apache.camel.ProducerTemplate;
import org.cameld360.media.AuthenticationException;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What Spring Boot's actuator answers to whoever asks. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class HealthTest {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    @Autowired
    ProducerTemplate template;

    @Autowired
    TestRestTemplate browser;

    @DynamicPropertySource
    static void useTheSimulator(DynamicPropertyRegistry properties) {
        Properties.of(SIMULATOR.simulator(), ApiVersion.V2).forEach((name, value) -> properties.add(name, () -> value));
    }

    @Test
    void goesDownWhenTheKeyIsRefusedAndUpAgainWhenItIsTaken() {
        assertThat(health().getStatusCode().value()).isEqualTo(200);

        SIMULATOR.simulator().next(anyCall()).fails(withStatus(401));
        assertThatThrownBy(this::upload).hasCauseInstanceOf(AuthenticationException.class);
        ResponseEntity<String> down = health();
        assertThat(down.getStatusCode().value()).isEqualTo(503);
        assertThat(down.getBody())
                .contains("producer:d360-media")
                .doesNotContain(SIMULATOR.simulator().apiKey());

        upload();
        assertThat(health().getStatusCode().value()).isEqualTo(200);
    }

    private void upload() {
        template.requestBody("direct:upload", FourOperations.PHOTO);
    }

    private ResponseEntity<String> health() {
        return browser.getForEntity("/actuator/health", String.class);
    }
}
