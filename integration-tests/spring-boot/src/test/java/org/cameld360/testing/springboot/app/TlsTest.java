package org.cameld360.testing.springboot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.cameld360.testing.https.Certificates;
import org.cameld360.testing.https.TlsFront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A simulator behind https, with a certificate that no JDK trusts. */
class TlsTest {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    @TempDir
    static Path folder;

    private static Path store;
    private static TlsFront front;

    @BeforeAll
    static void startFront() throws Exception {
        store = Certificates.make(folder);
        front = new TlsFront(store, SIMULATOR.simulator());
    }

    @AfterAll
    static void stopFront() {
        front.close();
    }

    @Test
    void theTrustStoreOfThePropertiesIsUsed(D360Simulator simulator) throws Exception {
        try (ConfigurableApplicationContext application = start(
                "spring.config.additional-location=classpath:tls.properties",
                "TRUST_STORE=" + store,
                "TRUST_STORE_PASSWORD=" + Certificates.PASSWORD)) {
            ProducerTemplate template = application.getBean(ProducerTemplate.class);
            String id = template.requestBody("direct:upload", FourOperations.PHOTO, String.class);

            assertThat(simulator.media(id)).isPresent();
            assertThat(template.requestBody("direct:get", id, byte[].class))
                    .isEqualTo(Files.readAllBytes(FourOperations.PHOTO.toPath()));
        }
    }

    @Test
    void aCertificateThatNobodyTrustsEndsBeforeAnythingIsSent(D360Simulator simulator) {
        try (ConfigurableApplicationContext application = start()) {
            ProducerTemplate template = application.getBean(ProducerTemplate.class);

            assertThatThrownBy(() -> template.requestBody("direct:upload", FourOperations.PHOTO))
                    .cause()
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("TLS");
        }
        assertThat(simulator.calls()).isEmpty();
    }

    private static ConfigurableApplicationContext start(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("camel.component.d360-media.api-key=" + SIMULATOR.simulator().apiKey());
        all.add("camel.component.d360-media.base-url=" + front.baseUrl(ApiVersion.V2));
        all.add("camel.component.d360-media.max-retries=0");
        return new SpringApplicationBuilder(MediaApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.stream().map(property -> "--" + property).toArray(String[]::new));
    }
}
