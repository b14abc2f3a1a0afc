package org.cameld360.testing.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;

import java.io.File;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.cameld360.simulator.RecordedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One route, without the application around it. */
class MeterRouteTest extends CamelTestSupport {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    private static final File PHOTO = new File("src/test/resources/photo.jpg");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        D360Simulator simulator = SIMULATOR.simulator();
        D360MediaComponent component = new D360MediaComponent();
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setApiVersion("v2");
        component.getConfiguration().setBaseUrl(simulator.baseUrl(ApiVersion.V2));

        CamelContext context = super.createCamelContext();
        context.addComponent("d360-media", component);
        context.getPropertiesComponent().addInitialProperty("meter.to", "4915112345678");
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new MeterRoute();
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
