package org.cameld360.testing.camel;

import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;

import java.io.File;
import java.util.Properties;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application as Camel Main starts it, with its own properties but for two. */
class MeterApplicationTest extends CamelMainTestSupport {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        D360Simulator simulator = SIMULATOR.simulator();
        Properties properties = new Properties();
        properties.setProperty("camel.component.d360-media.api-key", simulator.apiKey());
        properties.setProperty("camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2));
        configuration.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @Test
    void thePhotoArrivesWithItsCaption(D360Simulator simulator) {
        template.sendBody("direct:meter", new File("src/test/resources/photo.jpg"));

        assertThat(simulator).received(image().to("4915112345678").withCaption("The meter"));
    }
}
