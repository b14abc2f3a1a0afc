package org.cameld360.testing.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.document;
import static org.cameld360.simulator.expect.ExpectedMessage.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SentMessage;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The component as it is compiled, in the Camel of this module, on both generations. */
class FourOperationsTest {

    private static final String TO = "4915112345678";

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    private final D360Simulator simulator = SIMULATOR.simulator();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void uploadsGetsSendsAndDeletes(ApiVersion api) throws Exception {
        byte[] photo = photo();
        try (DefaultCamelContext camel = start(api);
                ProducerTemplate template = camel.createProducerTemplate()) {
            UploadedMedia media =
                    template.requestBody("direct:upload", new ByteArrayInputStream(photo), UploadedMedia.class);
            assertThat(simulator.media(media.id())).isPresent();
            assertThat(camel.getTypeConverter().convertTo(String.class, media)).isEqualTo(media.id());
            assertThat(camel.getTypeConverter()
                            .convertTo(JsonNode.class, media)
                            .path("id")
                            .asText())
                    .isEqualTo(media.id());

            assertThat(template.requestBodyAndHeader("direct:get", null, "CamelD360MediaId", media.id(), byte[].class))
                    .isEqualTo(photo);

            SentMessage message = template.requestBody("direct:send", photo, SentMessage.class);
            assertThat(simulator).received(1, image().to(TO).via(api));
            assertThat(message.messageId())
                    .isEqualTo(simulator.messages().get(0).id());

            template.requestBodyAndHeader("direct:delete", null, "CamelD360MediaId", media.id());
            assertThat(simulator.media(media.id())).isEmpty();

            // 360dialog is not asked for compressed answers, whatever HttpClient would do by itself
            assertThat(simulator.wireMock().getAllServeEvents()).isNotEmpty().noneMatch(call -> call.getRequest()
                    .containsHeader("Accept-Encoding"));

            assertThat(HealthCheckHelper.invoke(camel))
                    .filteredOn(result -> result.getCheck().getId().equals("producer:d360-media"))
                    .singleElement()
                    .satisfies(result -> assertThat(result.getState()).isEqualTo(HealthCheck.State.UP));
        }
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void aDroppedFileArrivesUnderItsName(ApiVersion api) throws Exception {
        try (DefaultCamelContext camel = start(api)) {
            Files.writeString(folder.resolve("notes.txt"), "Nothing to report.");

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !simulator.messages().isEmpty());
        }
        assertThat(simulator)
                .received(1, document().to(TO).withFileName("notes.txt").via(api));
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void mediaThatCannotGoIsRefusedBeforeAnyRequest(ApiVersion api) throws Exception {
        try (DefaultCamelContext camel = start(api);
                ProducerTemplate template = camel.createProducerTemplate()) {
            assertThatThrownBy(() -> template.requestBody("direct:send", new byte[0]))
                    .hasCauseInstanceOf(MediaRejectedException.class);
        }
        assertThat(simulator.calls()).isEmpty();
    }

    private DefaultCamelContext start(ApiVersion api) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        assertThat(camel.getVersion()).isEqualTo(System.getProperty("camel.version.expected"));
        HealthCheckRegistry checks = HealthCheckRegistry.get(camel);
        checks.register(checks.resolveById("producers"));
        HealthCheckHelper.getHealthCheckRepository(camel, "producers").setEnabled(true);
        D360MediaComponent component = new D360MediaComponent();
        component.getConfiguration().setApiKey(simulator.apiKey());
        component.getConfiguration().setApiVersion(api == ApiVersion.V1 ? "v1" : "v2");
        component.getConfiguration().setBaseUrl(simulator.baseUrl(api));
        camel.addComponent("d360-media", component);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("d360-media:upload");
                from("direct:get").to("d360-media:get");
                from("direct:delete").to("d360-media:delete");
                from("direct:send").to("d360-media:send?to=" + TO);
                from("file:" + folder + "?initialDelay=0&delay=100").to("d360-media:send?to=" + TO);
            }
        });
        camel.start();
        System.out.println("Camel " + camel.getVersion() + " on JDK " + Runtime.version() + ", API " + api);
        return camel;
    }

    private static byte[] photo() throws IOException {
        try (InputStream in = FourOperationsTest.class.getResourceAsStream("/photo.jpg")) {
            return in.readAllBytes();
        }
    }
}
