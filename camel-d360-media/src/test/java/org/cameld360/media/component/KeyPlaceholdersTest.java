package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesFunction;
import org.cameld360.media.UploadedMedia;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The key need not stand in a route or a file: Camel fills it in, from a vault say, and it is shown nowhere. */
@Timeout(60)
class KeyPlaceholdersTest {

    private static final String OF_PROPERTY = "k3y-0f-a-pr0perty";
    private static final String OF_VAULT = "k3y-0f-the-vau1t";
    private static final String UNRULY = "k3y+0f%2B&the=/;vau1t";
    private static final String OF_SYSTEM = "k3y-0f-the-sy5tem";

    /** Any that this process has, and that could be a key. */
    private static final Map.Entry<String, String> VARIABLE = System.getenv().entrySet().stream()
            .filter(each -> each.getKey().matches("[A-Z_]+") && each.getValue().matches("[A-Za-z0-9/._-]{5,200}"))
            .findFirst()
            .orElseThrow();

    private static D360Simulator simulator;

    private final CapturedLog log = new CapturedLog();

    @BeforeAll
    static void start() {
        System.setProperty("d360.test.key", OF_SYSTEM);
        simulator = D360Simulator.builder()
                .apiKeys(OF_PROPERTY, OF_VAULT, UNRULY, OF_SYSTEM, VARIABLE.getValue())
                .start();
    }

    @AfterAll
    static void stop() {
        System.clearProperty("d360.test.key");
        simulator.close();
    }

    @BeforeEach
    void capture() {
        log.start();
    }

    @AfterEach
    void release() {
        log.stop();
    }

    static Stream<Arguments> onTheEndpoint() {
        return Stream.concat(
                onTheComponent().filter(each -> each.get()[1] != UNRULY),
                Stream.of(
                        Arguments.of("RAW({{aws:whatsapp/unruly}})", UNRULY),
                        Arguments.of("RAW(" + UNRULY + ")", UNRULY),
                        Arguments.of("RAW{" + UNRULY + "}", UNRULY)));
    }

    static Stream<Arguments> onTheComponent() {
        return Stream.of(
                Arguments.of("{{d360.api-key}}", OF_PROPERTY),
                Arguments.of("{{no.such.key:" + OF_PROPERTY + "}}", OF_PROPERTY),
                Arguments.of("{{env:" + VARIABLE.getKey() + "}}", VARIABLE.getValue()),
                Arguments.of("{{sys:d360.test.key}}", OF_SYSTEM),
                Arguments.of("{{aws:whatsapp/key}}", OF_VAULT),
                Arguments.of("{{aws:whatsapp/unruly}}", UNRULY));
    }

    @ParameterizedTest
    @MethodSource
    void onTheEndpoint(String written, String key) throws Exception {
        run(Map.of(), "?apiKey=" + written, key);
    }

    @ParameterizedTest
    @MethodSource
    void onTheComponent(String written, String key) throws Exception {
        run(Map.of("camel.component.d360-media.api-key", written), "", key);
    }

    /** As an application is started. One message is taken, one is refused. */
    private void run(Map<String, String> properties, String options, String key) throws Exception {
        Main main = new Main();
        main.addMainListener(new Vault());
        main.addInitialProperty("d360.api-key", OF_PROPERTY);
        main.addInitialProperty("camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2));
        main.addInitialProperty("camel.component.d360-media.api-version", "v2");
        properties.forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to("d360-media:upload" + options).log("${body}");
            }
        });
        main.start();
        String seen;
        try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
            seen = used(main.getCamelContext(), template);
        } finally {
            main.stop();
        }
        // a key that is part of a path, as a variable may be, would be found where it is none
        if (!key.equals(VARIABLE.getValue())) {
            assertThat(log.shown() + seen).contains("d360-media").doesNotContain(key, "k3y");
        }
    }

    private static String used(CamelContext context, ProducerTemplate template) {
        Path samples = Path.of("src/test/resources/samples");
        UploadedMedia uploaded =
                template.requestBody("direct:upload", samples.resolve("photo.jpg"), UploadedMedia.class);
        assertThat(simulator.media(uploaded.id())).isPresent();
        Exchange refused =
                template.request("direct:upload", e -> e.getMessage().setBody(samples.resolve("animation.gif")));
        StringWriter seen = new StringWriter();
        refused.getException().printStackTrace(new PrintWriter(seen));
        context.getEndpoints().forEach(endpoint -> seen.append(endpoint.getEndpointUri() + endpoint + "\n"));
        return seen.toString();
    }

    /** Stands for those of the clouds. */
    private static final class Vault extends MainListenerSupport implements PropertiesFunction {

        @Override
        public void beforeInitialize(BaseMainSupport main) {
            main.getCamelContext().getPropertiesComponent().addPropertiesFunction(this);
        }

        @Override
        public String getName() {
            return "aws";
        }

        @Override
        public String apply(String remainder) {
            return Map.of("whatsapp/key", OF_VAULT, "whatsapp/unruly", UNRULY).get(remainder);
        }
    }
}
