package org.cameld360.testing.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import org.apache.camel.ProducerTemplate;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SimulatorResource.class)
class MeterRouteTest {

    private static final File PHOTO = new File("src/test/resources/photo.jpg");

    D360Simulator simulator;

    @Inject
    ProducerTemplate template;

    @AfterEach
    void forgetAll() {
        simulator.reset();
    }

    @Test
    void thePhotoArrivesWithItsCaption() {
        template.sendBody("direct:meter", PHOTO);

        assertThat(simulator).received(image().to("4915112345678").withCaption("The meter"));
    }

    @Test
    void aShortOutageIsGotOver() {
        simulator.next(upload()).fails(with503ThenOk());

        template.sendBody("direct:meter", PHOTO);

        assertThat(simulator).received(1, image());
        assertThat(simulator.calls()).extracting(RecordedCall::status).containsExactly(503, 200, 200);
    }
}
