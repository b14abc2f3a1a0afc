package org.cameld360.media.component;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultContextReloadStrategy;
import org.cameld360.media.AuthenticationException;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.UploadedMedia;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several keys at once, and a key that is replaced while exchanges run, over the network. */
@Timeout(60)
class SeveralKeysTest {

    private static final String[] KEYS = {"k3y-number-0", "k3y-number-1", "k3y-number-2"};

    private final D360Simulator simulator =
            D360Simulator.builder().apiKeys(KEYS).limits(Limits.none()).start();
    private final D360MediaComponent component = new D360MediaComponent();
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        D360MediaConfiguration options = component.getConfiguration();
        options.setApiKey(KEYS[0]);
        options.setApiVersion("v2");
        options.setBaseUrl(simulator.baseUrl(ApiVersion.V2));
        options.setMaxUploadsPerSecond(0);
        options.setMaxMessagesPerSecond(0);
        options.setMaxFailedGets(0);
        options.setRetryDelay(1);
        context.addComponent("d360-media", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:0").to("d360-media:upload?reuseMedia=true");
                from("direct:1").to("d360-media:upload?reuseMedia=true&apiKey=" + KEYS[1]);
                from("direct:2").to("d360-media:upload?reuseMedia=true&apiKey=header:CamelD360MediaApiKey");
                from("direct:get").to("d360-media:get?apiKey=header:CamelD360MediaApiKey");
                from("direct:send").to("d360-media:send?to=49151234567");
                from("direct:slow").to("d360-media:upload?maxUploadsPerSecond=1&maxHoldBack=0");
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    /** The n-th text; there are no two alike. */
    private static byte[] text(int n) {
        return ("text number " + n).getBytes(StandardCharsets.UTF_8);
    }

    private CompletableFuture<Exchange> async(String to, byte[] body, String keyOfMessage) {
        return template.asyncSend(to, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader("CamelD360MediaApiKey", keyOfMessage);
            exchange.getMessage().setHeader("CamelD360MediaContentType", "text/plain");
        });
    }

    private Exchange now(String to, byte[] body, String keyOfMessage) {
        return async(to, body, keyOfMessage).join();
    }

    private Exchange got(String id, String key) {
        return template.request("direct:get", exchange -> {
            exchange.getMessage().setHeader("CamelD360MediaId", id);
            exchange.getMessage().setHeader("CamelD360MediaApiKey", key);
        });
    }

    private static UploadedMedia uploaded(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(UploadedMedia.class);
    }

    @Test
    void eachMediumBelongsToItsKeyWhateverElseIsUnderWay() {
        List<CompletableFuture<Exchange>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int key = i % 3;
            all.add(async("direct:" + key, text(i / 3), key == 2 ? KEYS[2] : null));
        }
        for (int i = 0; i < 60; i++) {
            UploadedMedia media = uploaded(all.get(i).join());
            for (int key = 0; key < 3; key++) {
                Exchange got = got(media.id(), KEYS[key]);
                if (key == i % 3) {
                    assertThat(got.getException()).isNull();
                    assertThat(got.getMessage().getBody(byte[].class)).isEqualTo(text(i / 3));
                } else {
                    assertThat(got.getException()).isInstanceOf(MediaNotFoundException.class);
                }
            }
        }
        // the same content with another key is another medium
        assertThat(simulator.allMedia()).hasSize(60);
    }

    @Test
    void anIdIsUsedAgainWithItsOwnKeyOnly() {
        String first = uploaded(now("direct:0", text(1), null)).id();

        assertThat(uploaded(now("direct:1", text(1), null)).id()).isNotEqualTo(first);
        assertThat(uploaded(now("direct:0", text(1), null)).id()).isEqualTo(first);
        assertThat(uploaded(now("direct:0", text(1), KEYS[1])).id()).isNotEqualTo(first);
    }

    @Test
    void limitsAreKeptForEachKey() {
        uploaded(now("direct:slow", text(1), null));

        assertThat(now("direct:slow", text(2), null).getException()).isInstanceOf(RateLimitException.class);
        uploaded(now("direct:slow", text(3), KEYS[1]));
        assertThat(now("direct:slow", text(4), KEYS[1]).getException()).isInstanceOf(RateLimitException.class);
    }

    @Test
    void aKeyThatIsReplacedCountsForTheNextExchange() {
        String before = uploaded(now("direct:0", text(1), null)).id();
        component.getConfiguration().setApiKey(KEYS[2]);
        String after = uploaded(now("direct:0", text(2), null)).id();

        assertThat(got(before, KEYS[0]).getException()).isNull();
        assertThat(got(after, KEYS[2]).getException()).isNull();
        assertThat(got(after, KEYS[0]).getException()).isInstanceOf(MediaNotFoundException.class);
    }

    @Test
    void anEndpointWithAKeyOfItsOwnKeepsIt() {
        component.getConfiguration().setApiKey("none-that-is-valid");

        assertThat(got(uploaded(now("direct:1", text(1), null)).id(), KEYS[1]).getException())
                .isNull();
    }

    @Test
    void noKeyAtAllIsToldAndTheNextOneServes() {
        component.getConfiguration().setApiKey(" ");
        assertThat(now("direct:0", text(1), null).getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageStartingWith("No API key.");

        component.getConfiguration().setApiKey(KEYS[0]);
        uploaded(now("direct:0", text(1), null));
    }

    /**
     * Some have uploaded their medium and some wait for their turn, when the number gets a new key and the old one is refused
     * from then on: all arrive, each once.
     */
    @Test
    void aKeyThatIsReplacedWhileFiftyExchangesRunLosesNone() {
        AtomicReference<String> valid = new AtomicReference<>(KEYS[0]);
        AtomicInteger refused = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start(conversation -> {
            if (valid.get().equals(conversation.header("D360-API-KEY"))) {
                Call.SEND_UPLOADED_V2.serveWell(conversation.readBody());
            } else {
                refused.incrementAndGet();
                conversation.readBody().json(401, "{\"error\":\"Invalid API key\"}");
            }
        })) {
            String uri = "d360-media:send?maxUploadsPerSecond=50&maxMessagesPerSecond=50&baseUrl=" + server.url();
            List<CompletableFuture<Exchange>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                if (i == 40) {
                    FaultLab.until(() -> server.acceptedMessages() >= 5);
                    component.getConfiguration().setApiKey(KEYS[1]);
                    valid.set(KEYS[1]);
                }
                String to = Long.toString(49151000000L + i);
                byte[] text = text(i);
                all.add(template.asyncSend(uri, exchange -> {
                    exchange.getMessage().setBody(text);
                    exchange.getMessage().setHeader("CamelD360MediaTo", to);
                }));
            }

            for (CompletableFuture<Exchange> each : all) {
                assertThat(each.join().getException()).isNull();
            }
            assertThat(refused).hasValueGreaterThan(0);
            assertThat(server.requests().stream()
                            .filter(request -> request.target().endsWith("/messages") && request.status() == 200)
                            .map(request -> recipient(request.body())))
                    .hasSize(50)
                    .doesNotHaveDuplicates();
        }
    }

    private static String recipient(String message) {
        return message.replaceAll("(?s).*\"to\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void aKeyThatIsRefusedAndNotReplacedIsNotTriedTwice() {
        refuse(KEYS[0]);

        assertThat(now("direct:send", text(1), null).getException()).isInstanceOf(AuthenticationException.class);
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void aKeyThatCameWithTheMessageIsNotReplacedByTheComponents() {
        refuse(KEYS[2]);

        assertThat(now("direct:send", text(1), KEYS[2]).getException()).isInstanceOf(AuthenticationException.class);
        assertThat(simulator.messages()).isEmpty();
    }

    /** As when a vault has a new one, and Camel reloads its routes for that. */
    @Test
    void aPlaceholderOnTheEndpointIsReadAnewWhenRoutesAreReloaded() throws Exception {
        Properties vault = new Properties();
        vault.setProperty("whatsapp.api-key", KEYS[1]);
        try (CamelContext reloaded = new DefaultCamelContext()) {
            reloaded.getPropertiesComponent().setOverrideProperties(vault);
            D360MediaComponent other = new D360MediaComponent();
            other.getConfiguration().setApiVersion("v2");
            other.getConfiguration().setBaseUrl(simulator.baseUrl(ApiVersion.V2));
            reloaded.addComponent("d360-media", other);
            reloaded.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("d360-media:upload?apiKey=RAW({{whatsapp.api-key}})");
                }
            });
            DefaultContextReloadStrategy strategy = new DefaultContextReloadStrategy();
            reloaded.addService(strategy);
            reloaded.start();
            try (ProducerTemplate sender = reloaded.createProducerTemplate()) {
                String before = sender.requestBody("direct:in", text(1), UploadedMedia.class)
                        .id();
                vault.setProperty("whatsapp.api-key", KEYS[2]);
                strategy.onReload("a test");
                String after = sender.requestBody("direct:in", text(2), UploadedMedia.class)
                        .id();

                assertThat(got(before, KEYS[1]).getException()).isNull();
                assertThat(got(after, KEYS[2]).getException()).isNull();
            }
        }
    }

    private void refuse(String key) {
        simulator
                .wireMock()
                .stubFor(any(anyUrl())
                        .atPriority(1)
                        .withHeader("D360-API-KEY", equalTo(key))
                        .willReturn(jsonResponse("{\"error\":\"Invalid API key\"}", 401)));
    }
}
