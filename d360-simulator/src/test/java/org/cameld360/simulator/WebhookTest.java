package org.cameld360.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.MutableClock;

class WebhookTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final MutableClock CLOCK = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final long NOW = CLOCK.instant().getEpochSecond();

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(
            D360Simulator.builder().apiKeys("ONE", "TWO").clock(CLOCK));

    @RegisterExtension
    static final WireMockExtension BUSINESS = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort())
            .build();

    private D360Simulator simulator;
    private Client v1;
    private Client v2;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        v1 = new Client(simulator, ApiVersion.V1);
        v2 = new Client(simulator, ApiVersion.V2);
        BUSINESS.stubFor(post(anyUrl()).willReturn(ok()));
    }

    @ParameterizedTest
    @EnumSource(ApiVersion.class)
    void isSetAndReadOnBothGenerations(ApiVersion version) {
        Client client = version == ApiVersion.V1 ? v1 : v2;
        String path = version == ApiVersion.V1 ? "/configs/webhook" : "/v1/configs/webhook";
        String settings = "{\"url\":\"" + BUSINESS.baseUrl() + "/hook\",\"headers\":{\"Authorization\":\"Basic x\"}}";

        assertThat(client.get(path).text()).isEqualTo("{}");
        Reply set = client.postJson(path, settings);
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.text()).isEqualTo(settings);
        assertThat(client.get(path).text()).isEqualTo(settings);
        assertThat(client.withKey("TWO").get(path).text()).isEqualTo("{}");
        assertThat(client.withKey("THREE").get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|url must be a string",
                "{\"url\":\"ftp://example.org\"}|the url must be an absolute http or https URL",
                "{\"url\":\"http://example.org\"}|the url must begin with https",
                "{\"url\":\"http://127.0.0.1:65536\"}|the port of the url must be from 1 to 65535",
                "{\"url\":\"http://127.0.0.1:0\"}|the port of the url must be from 1 to 65535",
                "{\"url\":\"http://127.0.0.1\",\"secret\":\"x\"}|there is no field secret",
                "{\"url\":\"https://example.org:8443\"}|the url must not name a port",
                "{\"url\":\"https://example.org/a b\"}|the url is not well-formed",
                "{\"url\":\"https://example.org\",\"headers\":[]}|headers must be an object of strings",
                "{\"url\":\"https://example.org\",\"headers\":{\"a\":1}}|headers must be an object of strings",
                "{\"url\":\"https://example.org\",\"headers\":{\"Host\":\"x\"}}|the header Host cannot be sent"
            })
    void refusesTargetsThatCannotBe(String settings, String details) {
        Reply reply = v1.postJson("/configs/webhook", settings);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/meta/success").asBoolean(true)).isFalse();
        assertThat(reply.json().at("/meta/http_code").asInt()).isEqualTo(400);
        assertThat(reply.json().at("/meta/details/0").asText()).isEqualTo(details);
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo("webhook-wrong");
    }

    @Test
    void keepsHeadersOutOfWhatThePageShows() {
        setWebhook("{\"Authorization\":\"Basic c2VjcmV0\"}");

        assertThat(v2.get("/_simulator/api/calls").text())
                .contains("/configs/webhook")
                .doesNotContain("c2VjcmV0", BUSINESS.baseUrl());
    }

    @Test
    void tellsEachStepInTheShapeOfV2() {
        setWebhook("{\"X-Secret\":\"s\"}");
        String id = sendText(v2, "+4915112345678");
        simulator.travel(Duration.ofSeconds(5));

        List<JsonNode> received = received(3);
        assertThat(received)
                .extracting(body -> status(body).path("status").asText())
                .containsExactlyInAnyOrder("sent", "delivered", "read");
        assertThat(received).allSatisfy(body -> {
            assertThat(body.path("object").asText()).isEqualTo("whatsapp_business_account");
            JsonNode change = body.at("/entry/0/changes/0");
            assertThat(change.path("field").asText()).isEqualTo("messages");
            assertThat(change.at("/value/messaging_product").asText()).isEqualTo("whatsapp");
            assertThat(change.at("/value/metadata/display_phone_number").asText())
                    .matches("155555501[0-9]{2}");
            assertThat(change.at("/value/metadata/phone_number_id").asText()).matches("[0-9]{15}");
            assertThat(status(body).path("id").asText()).isEqualTo(id);
            assertThat(status(body).path("recipient_id").asText()).isEqualTo("4915112345678");
            assertThat(status(body).path("timestamp").isTextual()).isTrue();
            assertThat(status(body).path("timestamp").asLong()).isBetween(NOW, NOW + 5);
            assertThat(status(body).path("biz_opaque_callback_data").asText()).isEqualTo("mine");
        });
        assertThat(requests()).allSatisfy(request -> {
            assertThat(request.getHeader("X-Secret")).isEqualTo("s");
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        });
    }

    @Test
    void tellsEachStepInTheShapeOfV1() {
        setWebhook("{}");
        sendText(v1, "4915112345678");
        simulator.travel(Duration.ofSeconds(5));

        assertThat(received(3)).allSatisfy(body -> {
            assertThat(body.size()).isEqualTo(1);
            assertThat(body.at("/statuses/0/recipient_id").asText()).isEqualTo("4915112345678");
            assertThat(body.at("/statuses/0/status").asText()).isIn("sent", "delivered", "read");
        });
    }

    @Test
    void tellsWhyAMessageFailed() {
        setWebhook("{}");
        String media = v2.upload(Form.ofFile("image/png", Samples.random(100)))
                .json()
                .path("id")
                .asText();
        v2.postJson(
                "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"4915112345678\",\"type\":\"image\",\"image\":{\"id\":\""
                        + media + "\"}}");
        simulator.travel(Duration.ofSeconds(5));

        JsonNode error = status(received(1).get(0)).at("/errors/0");
        assertThat(error.path("code").asInt()).isEqualTo(131053);
        assertThat(error.path("title").asText()).isEqualTo("Media upload error");
        assertThat(error.path("message").asText()).isEqualTo("Media upload error");
        assertThat(error.at("/error_data/details").asText()).isEqualTo("Image is invalid.");
    }

    @Test
    void bringsWhatPeopleSendToV2WithAnAddressToGetItFrom() throws Exception {
        setWebhook("{}");
        byte[] media = Samples.file("voice-opus-mono.ogg");
        String sha256 = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(media));

        ReceivedInbound inbound = simulator.receive(inbound("audio/ogg; codecs=opus", media)
                .from("4915112345678")
                .named("Ada")
                .asVoice());

        JsonNode value = received(1).get(0).at("/entry/0/changes/0/value");
        assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Ada");
        assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo("4915112345678");
        JsonNode message = value.at("/messages/0");
        assertThat(message.path("from").asText()).isEqualTo("4915112345678");
        assertThat(message.path("id").asText()).isEqualTo(inbound.id());
        assertThat(message.path("timestamp").asText()).isEqualTo(Long.toString(NOW));
        assertThat(message.path("type").asText()).isEqualTo("audio");
        assertThat(message.at("/audio/mime_type").asText()).isEqualTo("audio/ogg; codecs=opus");
        assertThat(message.at("/audio/sha256").asText()).isEqualTo(sha256);
        assertThat(message.at("/audio/voice").asBoolean()).isTrue();
        String id = message.at("/audio/id").asText();
        assertThat(v2.get("/" + id).json().path("file_size").asLong()).isEqualTo(media.length);
        String url = message.at("/audio/url").asText();
        assertThat(url)
                .startsWith("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=" + id
                        + "&source=webhook&ext=" + (NOW + 300) + "&hash=");
        assertThat(v2.get(url.substring("https://lookaside.fbsbx.com".length())).body())
                .isEqualTo(media);

        simulator.travel(Duration.ofDays(7));
        assertThat(v2.get("/" + id).status()).isEqualTo(400);
    }

    @Test
    void bringsWhatPeopleSendToV1() {
        setWebhook("{}");
        simulator.receive(
                inbound("audio/ogg; codecs=opus", Samples.random(10)).asVoice().via(ApiVersion.V1));
        simulator.receive(inbound("application/pdf", Samples.random(20))
                .withFileName("a.pdf")
                .withCaption("See")
                .replyingTo("gBEG")
                .via(ApiVersion.V1));
        simulator.receive(inboundText("Hello").via(ApiVersion.V1));

        List<JsonNode> received = received(3);
        JsonNode voice = ofType(received, "voice");
        assertThat(voice.at("/voice/mime_type").asText()).isEqualTo("audio/ogg; codecs=opus");
        assertThat(v1.get("/media/" + voice.at("/voice/id").asText()).body()).isEqualTo(Samples.random(10));
        JsonNode document = ofType(received, "document");
        assertThat(document.at("/document/filename").asText()).isEqualTo("a.pdf");
        assertThat(document.at("/document/caption").asText()).isEqualTo("See");
        assertThat(document.at("/context/id").asText()).isEqualTo("gBEG");
        assertThat(ofType(received, "text").at("/text/body").asText()).isEqualTo("Hello");
    }

    @Test
    void triesAgainWithGrowingPausesUntilAnAnswerIs200() {
        BUSINESS.stubFor(post(anyUrl())
                .inScenario("trouble")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("moved")
                .willReturn(aResponse().withStatus(500)));
        BUSINESS.stubFor(post(anyUrl())
                .inScenario("trouble")
                .whenScenarioStateIs("moved")
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(301).withHeader("Location", BUSINESS.baseUrl() + "/else")));
        setWebhook("{}");
        simulator.receive(inboundText("Hello"));

        await().atMost(AT_MOST).untilAsserted(() -> assertThat(requests()).hasSize(1));
        travelUntil(2);
        travelUntil(3);
        await().atMost(AT_MOST).until(() -> simulator.pendingWebhooks() == 0);

        assertThat(requests())
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly(requests().get(0).getBodyAsString());
        assertThat(requests()).extracting(LoggedRequest::getUrl).containsOnly("/hook");
    }

    @Test
    void givesUpAfterSevenDaysOfTheSimulatorsTime() {
        BUSINESS.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(500)));
        setWebhook("{}");
        simulator.receive(inboundText("Hello"));
        await().atMost(AT_MOST).untilAsserted(() -> assertThat(requests()).hasSize(1));

        simulator.travel(Duration.ofDays(6));
        travelUntil(2);
        assertThat(simulator.pendingWebhooks()).isEqualTo(1);
        simulator.travel(Duration.ofDays(1));

        await().atMost(AT_MOST).until(() -> simulator.pendingWebhooks() == 0);
    }

    @Test
    void goesToTheTargetOfTheKey() {
        setWebhook("{}");
        sendText(v2.withKey("TWO"), "4915112345678");
        simulator.travel(Duration.ofSeconds(5));
        simulator.receive(inboundText("Hello"));

        assertThat(received(1).get(0).at("/entry/0/changes/0/value/messages")).hasSize(1);
        assertThat(simulator.pendingWebhooks()).isZero();
    }

    @Test
    void goesToTheTargetThatTheSimulatorWasStartedWith() {
        try (D360Simulator other =
                D360Simulator.builder().webhook(BUSINESS.baseUrl() + "/hook").start()) {
            other.receive(inboundText("Hello"));
            received(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> D360Simulator.builder().webhook("nowhere"));
    }

    @Test
    void forgetsTargetsAndWhatWaitsOnReset() {
        BUSINESS.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
        setWebhook("{}");
        simulator.receive(inboundText("Hello"));
        await().atMost(AT_MOST).untilAsserted(() -> assertThat(requests()).hasSize(1));

        simulator.reset();

        assertThat(simulator.pendingWebhooks()).isZero();
        assertThat(v1.get("/configs/webhook").text()).isEqualTo("{}");
    }

    private void travelUntil(int requests) {
        await().atMost(AT_MOST).until(() -> {
            simulator.travel(Duration.ofSeconds(2));
            return requests().size() >= requests;
        });
    }

    private void setWebhook(String headers) {
        Reply reply = v1.postJson(
                "/configs/webhook", "{\"url\":\"" + BUSINESS.baseUrl() + "/hook\",\"headers\":" + headers + "}");
        assertThat(reply.status()).isEqualTo(200);
    }

    private static String sendText(Client client, String to) {
        String v2Only = "\"messaging_product\":\"whatsapp\",\"biz_opaque_callback_data\":\"mine\",";
        Reply reply = client.postJson(
                "/messages",
                "{" + (client.baseUrl().endsWith("/v1") ? "" : v2Only) + "\"to\":\"" + to
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");
        return reply.json().at("/messages/0/id").asText();
    }

    private static JsonNode status(JsonNode body) {
        return body.at("/entry/0/changes/0/value/statuses/0");
    }

    private static JsonNode ofType(List<JsonNode> bodies, String type) {
        return bodies.stream()
                .map(body -> body.at("/messages/0"))
                .filter(message -> message.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> received(int count) {
        await().atMost(AT_MOST).untilAsserted(() -> assertThat(requests()).hasSize(count));
        return requests().stream().map(request -> json(request.getBody())).toList();
    }

    private static List<LoggedRequest> requests() {
        return BUSINESS.findAll(postRequestedFor(anyUrl()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
