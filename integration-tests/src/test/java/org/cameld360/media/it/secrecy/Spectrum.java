package org.cameld360.media.it.secrecy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.DefaultExchangeFormatter;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.component.D360MediaComponent;
import org.cameld360.media.component.D360MediaConfiguration;
import org.cameld360.media.it.PseudoRandomFiles;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** Exchanges that succeed and fail in all ways, with the key given in all ways, each looked at while its context runs. */
final class Spectrum {

    private final D360Simulator simulator;
    private final ApiVersion version;
    private final Findings findings;

    Spectrum(D360Simulator simulator, ApiVersion version, Findings findings) {
        this.simulator = simulator;
        this.version = version;
        this.findings = findings;
    }

    void keyOfTheComponent() throws Exception {
        try (CamelContext context = context(options -> options.setApiKey(Secrets.COMPONENT), "upload")) {
            Exchange uploaded = run(context, null);
            assertThat(uploaded.getException()).isNull();
            addRoute(context, "get", "d360-media:get");
            addRoute(context, "send", "d360-media:send?mediaType=image&to=491510000001&caption=hello");
            addRoute(context, "delete", "d360-media:delete");
            for (String operation : new String[] {"send", "get", "delete"}) {
                Exchange done = context.createProducerTemplate().request("direct:" + operation, e -> e.getMessage()
                        .setHeader("CamelD360MediaId", uploaded.getMessage().getHeader("CamelD360MediaId")));
                assertThat(done.getException()).isNull();
                Surfaces.exchange(done, findings);
            }
            look(context);
        }
    }

    void keyInTheUri() throws Exception {
        succeeds("upload?apiKey=" + Secrets.URI_PLAIN);
        succeeds("upload?apiKey=RAW(" + Secrets.URI_RAW + ")");
        succeeds("upload?apiKey={{d360.key}}");
        try (CamelContext context = context(options -> {}, null)) {
            context.addRoutes(new LoudRoutes("in", "d360-media:upload?apiKey=${bean:keys}", true));
            assertThat(run(context, null).getException()).isNull();
            look(context);
        }
    }

    void keyOfTheMessage() throws Exception {
        try (CamelContext context = context(options -> {}, "upload?apiKey=header:CamelD360MediaApiKey")) {
            assertThat(run(context, Secrets.HEADER).getException()).isNull();
            assertThat(run(context, Secrets.WRONG).getException()).isInstanceOf(AuthenticationException.class);
            assertThat(run(context, Secrets.UNUSABLE).getException()).isInstanceOf(D360MediaException.class);
            look(context);
        }
    }

    void keyOfMain() throws Exception {
        Main main = new Main();
        // the example beside it on the class path has routes of its own
        main.addOverrideProperty("camel.main.routes-include-pattern", "classpath:no-routes/*.yaml");
        main.bind("showAll", formatter());
        main.addInitialProperty("camel.component.d360-media.api-key", Secrets.MAIN);
        main.addInitialProperty("camel.component.d360-media.base-url", simulator.baseUrl(version));
        main.addInitialProperty("camel.component.d360-media.api-version", apiVersion());
        main.addInitialProperty("camel.main.dev-console-enabled", "true");
        main.addInitialProperty("camel.health.producers-enabled", "true");
        main.configure().addRoutesBuilder(new LoudRoutes("in", "d360-media:upload", false));
        main.start();
        try {
            assertThat(run(main.getCamelContext(), null).getException()).isNull();
            look(main.getCamelContext());
        } finally {
            main.stop();
        }
    }

    void wrongKey() throws Exception {
        fails(AuthenticationException.class, options -> options.setApiKey(Secrets.WRONG));
    }

    void refusedConnection() throws Exception {
        int port = closedPort();
        fails(ServiceUnavailableException.class, options -> {
            options.setApiKey(Secrets.COMPONENT);
            options.setBaseUrl("http://127.0.0.1:" + port);
        });
    }

    void refusingProxy() throws Exception {
        try (DenyingProxy proxy = new DenyingProxy()) {
            fails(D360MediaException.class, options -> {
                options.setApiKey(Secrets.COMPONENT);
                options.setBaseUrl("https://api.invalid");
                options.setProxyHost("127.0.0.1");
                options.setProxyPort(proxy.port());
                options.setProxyUsername(Secrets.PROXY_USER);
                options.setProxyPassword(Secrets.PROXY_PASSWORD);
            });
            assertThat(proxy.heads())
                    .anyMatch(line -> line.startsWith("Proxy-Authorization: Basic "))
                    .noneMatch(line -> line.contains(Secrets.COMPONENT));
        }
    }

    /** A server that shows the key wherever an answer has words. */
    void echoingServer() throws Exception {
        String key = Secrets.COMPONENT;
        String v1Error = "{\"errors\":[{\"code\":1009,\"title\":\"%s\",\"details\":\"key %s\"}],\"meta\":{}}";
        String v2Error = "{\"error\":{\"message\":\"key %s\",\"code\":100,\"fbtrace_id\":\"%s\","
                + "\"error_data\":{\"details\":\"%s\"}}}";
        echoes(answer(400, "application/json").withBody(v1Error.formatted(key, key)));
        echoes(answer(400, "application/json").withBody(v2Error.formatted(key, key, key)));
        echoes(answer(200, "application/json").withBody(v2Error.formatted(key, key, key)));
        echoes(answer(401, "application/json").withBody(v1Error.formatted(key, key)));
        echoes(answer(429, "text/plain").withBody("slow down, " + key));
        echoes(answer(400, "text/html; of=" + key).withBody("<html>" + key + "</html>"));
        echoes(answer(500, key).withBody(key));
        echoes(answer(200, "text/plain").withBody(key));
        echoes(answer(200, "application/json").withBody("{\"" + key + "\":"));
        echoes(answer(200, "application/json").withBody("{\"media\":[{\"id\":{\"" + key + "\":1}}]}"));
        simulator.reset();
    }

    void badOptions() throws Exception {
        failsToStart("upload?captoin=x&apiKey=" + Secrets.URI_PLAIN);
        failsToStart("upload?captoin=x&apiKey=RAW(" + Secrets.URI_RAW + ")");
        failsToStart("publish?apiKey=" + Secrets.URI_PLAIN);
        failsToStart("upload?maxRetries=many&apiKey=RAW(" + Secrets.URI_RAW + ")");
        failsToStart("upload?apiVersion=v3&apiKey={{d360.key}}");
        failsToStart("upload?apiKey=RAW(" + Secrets.URI_UNUSABLE + ")");
        failsToStart("upload?proxyHost=localhost&apiKey=" + Secrets.URI_PLAIN);
    }

    private void succeeds(String uri) throws Exception {
        try (CamelContext context = context(options -> {}, uri)) {
            assertThat(run(context, null).getException()).isNull();
            look(context);
        }
    }

    private void fails(Class<? extends Exception> expected, Consumer<D360MediaConfiguration> configured)
            throws Exception {
        try (CamelContext context = context(configured, "upload")) {
            assertThat(run(context, null).getException()).isInstanceOf(expected);
            look(context);
        }
    }

    private static ResponseDefinitionBuilder answer(int status, String contentType) {
        return aResponse().withStatus(status).withHeader("Content-Type", contentType);
    }

    private void echoes(ResponseDefinitionBuilder answer) throws Exception {
        simulator.wireMock().stubFor(any(anyUrl()).willReturn(answer));
        try (CamelContext context = context(options -> options.setApiKey(Secrets.COMPONENT), "upload")) {
            addRoute(context, "get", "d360-media:get?mediaId=1234567890");
            addRoute(context, "send", "d360-media:send?mediaId=1234567890&mediaType=image&to=491510000001");
            assertThat(run(context, null).getException()).isInstanceOf(D360MediaException.class);
            for (String operation : new String[] {"get", "send"}) {
                Surfaces.exchange(context.createProducerTemplate().request("direct:" + operation, e -> {}), findings);
            }
        }
    }

    private void failsToStart(String uri) throws Exception {
        Throwable failure = catchThrowable(() -> {
            try (CamelContext context = context(options -> {}, uri)) {
                context.start();
            }
        });
        assertThat(failure).isNotNull();
        Surfaces.exception(failure, findings);
    }

    private Exchange run(CamelContext context, String keyOfMessage) {
        Exchange exchange = context.createProducerTemplate().request("direct:in", e -> {
            e.getMessage().setBody(PseudoRandomFiles.jpeg(200, 1));
            e.getMessage().setHeader("CamelD360MediaFileName", "photo.jpg");
            if (keyOfMessage != null) {
                e.getMessage().setHeader("CamelD360MediaApiKey", keyOfMessage);
            }
        });
        Surfaces.exchange(exchange, findings);
        return exchange;
    }

    private void look(CamelContext context) throws Exception {
        Surfaces.endpoints(context, findings);
        Surfaces.objects(context, findings);
        Surfaces.jmx(context, findings);
        Surfaces.health(context, findings);
        Surfaces.devConsoles(context, findings);
    }

    private CamelContext context(Consumer<D360MediaConfiguration> configured, String uri) throws Exception {
        D360MediaComponent component = new D360MediaComponent();
        component.getConfiguration().setApiVersion(apiVersion());
        component.getConfiguration().setBaseUrl(simulator.baseUrl(version));
        component.getConfiguration().setMaxRetries(0);
        configured.accept(component.getConfiguration());
        DefaultCamelContext context = new DefaultCamelContext();
        // it shows all headers of a message before that reaches the endpoint
        context.setTracing(uri == null || !uri.contains("=header:"));
        context.setMessageHistory(true);
        context.setDevConsole(true);
        context.getPropertiesComponent().addInitialProperty("d360.key", Secrets.PLACEHOLDER);
        context.getRegistry().bind("showAll", formatter());
        context.getRegistry().bind("keys", new Keys());
        context.addComponent("d360-media", component);
        try {
            if (uri != null) {
                context.addRoutes(new LoudRoutes("in", "d360-media:" + uri, false));
            }
            context.start();
            return context;
        } catch (Exception e) {
            context.stop();
            throw e;
        }
    }

    private static void addRoute(CamelContext context, String name, String uri) throws Exception {
        context.addRoutes(new LoudRoutes(name, uri, false));
    }

    private String apiVersion() {
        return version.name().toLowerCase(Locale.ROOT);
    }

    private static DefaultExchangeFormatter formatter() {
        DefaultExchangeFormatter formatter = new DefaultExchangeFormatter();
        formatter.setShowAll(true);
        formatter.setShowException(true);
        formatter.setShowStackTrace(true);
        return formatter;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Gives the key of a dynamic endpoint. */
    public static final class Keys {
        public String get() {
            return Secrets.DYNAMIC;
        }
    }

    /** A route that logs all there is to log, before and after a redelivery too. */
    private static final class LoudRoutes extends RouteBuilder {

        private static final String ALL = "?showAll=true&multiline=true&showCaughtException=true&showStackTrace=true";

        private final String name;
        private final String uri;
        private final boolean dynamic;

        LoudRoutes(String name, String uri, boolean dynamic) {
            this.name = name;
            this.uri = uri;
            this.dynamic = dynamic;
        }

        @Override
        public void configure() {
            errorHandler(defaultErrorHandler()
                    .logExhaustedMessageHistory(true)
                    .logExhaustedMessageBody(true)
                    .exchangeFormatterRef("showAll"));
            onException(Exception.class)
                    .maximumRedeliveries(1)
                    .redeliveryDelay(0)
                    .log(LoggingLevel.ERROR, "${exception.stacktrace} ${exception.message} ${headers} ${body}")
                    .to("log:failed" + ALL);
            var route = from("direct:" + name);
            (dynamic ? route.toD(uri) : route.to(uri)).to("log:after" + ALL);
        }
    }
}
