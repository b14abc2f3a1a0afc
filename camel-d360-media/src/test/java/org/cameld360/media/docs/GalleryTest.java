package org.cameld360.media.docs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.awaitility.Awaitility;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.D360SimulatorExtension;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the routes that the README shows, in Java and in YAML, on both generations. */
class GalleryTest {

    @RegisterExtension
    static final D360SimulatorExtension SIMULATOR = new D360SimulatorExtension();

    private static final Path PHOTO = Path.of("src/test/resources/samples/photo.jpg");

    @TempDir
    Path folder;

    static Stream<Arguments> everyWay() {
        return Stream.of(ApiVersion.values())
                .flatMap(version -> Stream.of("java", "yaml").map(language -> Arguments.of(language, version)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void upload(String language, ApiVersion version) throws Exception {
        try (CamelContext context = start(language, version, "upload", new GalleryRoutes.Upload());
                ProducerTemplate template = context.createProducerTemplate()) {
            UploadedMedia uploaded = template.requestBody("direct:upload", PHOTO.toFile(), UploadedMedia.class);
            assertThat(SIMULATOR.simulator().media(uploaded.id())).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void get(String language, ApiVersion version) throws Exception {
        String id = uploadedBefore(version);
        try (CamelContext context = start(language, version, "get", new GalleryRoutes.Get());
                ProducerTemplate template = context.createProducerTemplate()) {
            template.requestBody("direct:get", id);
            assertThat(folder.resolve(id + ".jpg")).hasSameBinaryContentAs(PHOTO);
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void delete(String language, ApiVersion version) throws Exception {
        String id = uploadedBefore(version);
        try (CamelContext context = start(language, version, "delete", new GalleryRoutes.Delete());
                ProducerTemplate template = context.createProducerTemplate()) {
            template.requestBody("direct:delete", id);
            assertThat(SIMULATOR.simulator().media(id)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void send(String language, ApiVersion version) throws Exception {
        D360Simulator simulator = SIMULATOR.simulator();
        Files.copy(PHOTO, folder.resolve("photo.jpg"));
        try (CamelContext context = start(language, version, "send", new GalleryRoutes.Send())) {
            assertThat(context.getRoutes()).hasSize(1);
            Awaitility.await().until(() -> Files.exists(folder.resolve(".sent/photo.jpg")));
        }
        assertThat(simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.caption()).isEqualTo("Here is photo.jpg.");
            assertThat(message.to()).endsWith("49151234567");
        });
    }

    @ParameterizedTest
    @EnumSource
    void reuse(ApiVersion version) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + version + ";DB_CLOSE_DELAY=-1");
        try (CamelContext context = start("yaml", version, "reuse", new GalleryRoutes.Send(), c -> c.getRegistry()
                        .bind("dataSource", database));
                ProducerTemplate template = context.createProducerTemplate()) {
            for (String to : List.of("49151234567", "49151234568", "49151234569")) {
                template.requestBodyAndHeader("direct:newsletter", PHOTO.toFile(), "CamelD360MediaTo", to);
            }
        }
        assertThat(SIMULATOR.simulator().messages()).hasSize(3);
        assertThat(SIMULATOR.simulator().allMedia()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void resume(ApiVersion version) throws Exception {
        D360Simulator simulator = SIMULATOR.simulator();
        StubMapping fault = simulator
                .wireMock()
                .stubFor(post(urlMatching(".*/messages"))
                        .withRequestBody(matchingJsonPath("$[?(@.to =~ /.*49151234568/)]"))
                        .willReturn(aResponse().withStatus(500)));
        Files.copy(PHOTO, folder.resolve("photo.jpg"));
        Consumer<CamelContext> everybody = context ->
                context.getPropertiesComponent().addInitialProperty("everybody", "49151234567,49151234568,49151234569");
        try (CamelContext context = start("yaml", version, "resume", new GalleryRoutes.Send(), everybody)) {
            Awaitility.await().until(() -> Files.exists(folder.resolve("sent/photo.jpg")));
            assertThat(simulator.messages()).hasSize(2);
            assertThat(folder.resolve("rest/photo.jpg.json")).content().contains("\"complete\":false");
            simulator.wireMock().removeStub(fault);

            context.getRouteController().startRoute("rest");
            Awaitility.await().until(() -> Files.exists(folder.resolve("rest/.done/photo.jpg.json")));
        }
        assertThat(simulator.messages())
                .extracting(message -> message.to().replace("+", ""))
                .containsExactlyInAnyOrder("49151234567", "49151234568", "49151234569");
        assertThat(simulator.allMedia()).hasSize(1);
    }

    private String uploadedBefore(ApiVersion version) throws Exception {
        try (CamelContext context = start("java", version, "upload", new GalleryRoutes.Upload());
                ProducerTemplate template = context.createProducerTemplate()) {
            return template.requestBody("direct:upload", PHOTO.toFile(), String.class);
        }
    }

    private CamelContext start(String language, ApiVersion version, String name, RoutesBuilder javaRoute)
            throws Exception {
        return start(language, version, name, javaRoute, context -> {});
    }

    private CamelContext start(
            String language, ApiVersion version, String name, RoutesBuilder javaRoute, Consumer<CamelContext> beans)
            throws Exception {
        D360Simulator simulator = SIMULATOR.simulator();
        CamelContext context = new DefaultCamelContext();
        beans.accept(context);
        context.getPropertiesComponent().addInitialProperty("folder", folder.toString());
        context.addComponent("d360-media", GalleryComponents.forSimulator(simulator, version));
        if (language.equals("java")) {
            context.addRoutes(javaRoute);
        } else {
            Resource yaml =
                    PluginHelper.getResourceLoader(context).resolveResource("classpath:gallery/" + name + ".yaml");
            PluginHelper.getRoutesLoader(context).loadRoutes(List.of(yaml));
        }
        context.start();
        return context;
    }
}
