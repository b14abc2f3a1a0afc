package org.cameld360.testing.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;

import java.io.File;
import org.apache.camel.ProducerTemplate;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.cameld360.simulator.RecordedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@DirtiesContext
class MeterRouteTest {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    private static final File PHOTO = new File("src/test/resources/photo.jpg");

    @Autowired
    ProducerTemplate template;

    @DynamicPropertySource
    static void useTheSimulator(DynamicPropertyRegistry properties) {
        D360Simulator simulator = SIMULATOR.simulator();
        properties.add("camel.component.d360-media.api-key", simulator::apiKey);
        properties.add("camel.component.d360-media.base-url", () -> simulator.baseUrl(ApiVersion.V2));
    }

    @Test
    void thePhotoArrivesWithItsCaption(D360Simulator simulator) {
        template.sendBody("direct:meter", PHOTO);

        assertThat(simulator).received(image().to("4915112345678").withCaption("The meter"));
    }

    @Test
    void aShortOutageIsGotOver(D360Simulator simulator) {
        simulator.next(upload()).fails(with503ThenOk());

        template.sendBody("direct:meter", PHOTO);

        assertThat(simulator).received(1, image());
        assertThat(simulator.calls()).extracting(RecordedCall::status).containsExactly(503, 200, 200);
    }
}
