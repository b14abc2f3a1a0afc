package org.cameld360.testing.quarkus.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.apache.camel.ProducerTemplate;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TlsResource.class, initArgs = @ResourceArg(name = "trusted", value = "true"))
class TlsTest {

    D360Simulator simulator;

    @Inject
    ProducerTemplate template;

    @Test
    void theTrustStoreOfThePropertiesIsUsed() throws Exception {
        String id = template.requestBody("direct:upload", FourOperations.PHOTO, String.class);

        assertThat(simulator.media(id)).isPresent();
        assertThat(template.requestBody("direct:get", id, byte[].class))
                .isEqualTo(Files.readAllBytes(FourOperations.PHOTO.toPath()));
    }
}
