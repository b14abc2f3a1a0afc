package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.Inbound.inboundText;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class PageApiTest {

    private static final MutableClock CLOCK = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION =
            new D360SimulatorExtension(D360Simulator.builder().clock(CLOCK).inspection(Inspection.NONE));

    private D360Simulator simulator;
    private Client api;
    private Client page;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        api = new Client(simulator, ApiVersion.V2);
        page = api.withKey("");
    }

    @Test
    void showsAMessageFromItsAcceptanceToTheEnd() {
        String media = upload("image/jpeg", Samples.random(1_000));
        String id = send("{\"to\":\"+49 151 12345678\",\"type\":\"image\",\"image\":{\"id\":\"" + media
                + "\",\"caption\":\"Hello\"}}");

        JsonNode accepted = messages("after=0").path("messages").path(0);
        assertThat(accepted.path("id").asText()).isEqualTo(id);
        assertThat(accepted.path("person").asText()).isEqualTo("4915112345678");
        assertThat(accepted.path("inbound").asBoolean()).isFalse();
        assertThat(accepted.path("apiVersion").asText()).isEqualTo("v2");
        assertThat(accepted.path("type").asText()).isEqualTo("image");
        assertThat(accepted.path("text").asText()).isEqualTo("Hello");
        assertThat(accepted.path("status").asText()).isEqualTo("accepted");
        assertThat(accepted.at("/media/url").asText()).isEqualTo("/_simulator/media/" + media);
        assertThat(accepted.at("/media/show").asText()).isEqualTo("image");
        assertThat(accepted.at("/media/size").asLong()).isEqualTo(1_000);

        JsonNode first = messages("after=0");
        simulator.travel(Duration.ofMinutes(1));
        JsonNode second = messages("after=" + first.path("cursor").asLong());

        assertThat(second.path("messages")).hasSize(1);
        assertThat(second.at("/messages/0/status").asText()).isEqualTo("read");
        assertThat(second.at("/messages/0/statuses")).hasSize(3);
        assertThat(second.at("/messages/0/order").asLong())
                .isEqualTo(accepted.path("order").asLong());
        assertThat(messages("after=" + second.path("cursor").asLong()).path("messages"))
                .isEmpty();
    }

    @Test
    void waitsForSomethingNew() throws Exception {
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> messages("after=0&wait=20"));

        simulator.receive(inboundText("Hello"));

        assertThat(waiting.get(15, TimeUnit.SECONDS).path("messages")).hasSize(1);
    }

    @Test
    void beginsAgainAfterAReset() {
        simulator.receive(inboundText("one"));
        JsonNode before = messages("after=0");
        simulator.reset();
        simulator.receive(inboundText("two"));

        JsonNode after = messages("after=" + before.path("cursor").asLong() + "&epoch="
                + before.path("epoch").asText());

        assertThat(after.path("epoch").asText())
                .isNotEqualTo(before.path("epoch").asText());
        assertThat(after.at("/messages/0/text").asText()).isEqualTo("two");
    }

    /** Not when the time to wait is over: with nothing new, that would be a while with messages that are no more. */
    @Test
    void saysAtOnceThatItWasResetToWhoBeginsToWait() throws Exception {
        simulator.receive(inboundText("one"));
        JsonNode before = messages("after=0");
        simulator.reset();

        CompletableFuture<JsonNode> after = CompletableFuture.supplyAsync(() -> messages("after="
                + before.path("cursor").asLong() + "&wait=25&epoch="
                + before.path("epoch").asText()));

        assertThat(after.get(15, TimeUnit.SECONDS).path("epoch").asText())
                .isNotEqualTo(before.path("epoch").asText());
    }

    @Test
    void keepsTheNameThatAPersonHadBefore() {
        simulator.receive(inboundText("one").from("4915112345678"));
        assertThat(messages("after=0").at("/messages/0/name").isNull()).isTrue();
        simulator.receive(inboundText("two").from("4915112345678").named("Ada"));
        simulator.receive(inboundText("three").from("4915112345678"));
        page.post("/_simulator/api/inbound?from=4915112345678&type=text", "", new byte[] {'4'});
        simulator.receive(inboundText("five").from("4915112345679"));

        assertThat(messages("after=1").findValuesAsText("name")).containsExactly("Ada", "Ada", "Ada", "null");
        assertThat(page.get("/_simulator/api/conversations").json().findValuesAsText("name"))
                .contains("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_simulator/api/messages?after=%zz", "/123?a=%", "/v1/media/1?%4"})
    void refusesAQueryThatIsNotWellFormed(String path) throws IOException {
        String answer = RawHttp.get(simulator.port(), path, "127.0.0.1:" + simulator.port());

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("Exception");
    }

    @Test
    void forgetsEverythingWhenThePageSaysSo() {
        simulator.receive(inboundText("one"));
        send("{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");

        assertThat(page.post("/_simulator/api/reset", "", new byte[0]).status()).isEqualTo(200);

        assertThat(messages("after=0").path("messages")).isEmpty();
        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void handsOutManyMessagesInPieces() {
        for (int i = 0; i < 25; i++) {
            simulator.receive(inboundText("text " + i));
        }
        List<String> texts = new ArrayList<>();
        JsonNode piece;
        long cursor = 0;
        do {
            piece = messages("limit=10&after=" + cursor);
            piece.path("messages")
                    .forEach(message -> texts.add(message.path("text").asText()));
            cursor = piece.path("cursor").asLong();
        } while (piece.path("more").asBoolean());

        assertThat(texts).hasSize(25).startsWith("text 0").endsWith("text 24");
    }

    @Test
    void takesMediaThatSomeoneDropsOnThePage() {
        byte[] media = Samples.random(3_000_000);
        Reply reply = page.post(
                "/_simulator/api/inbound?from=4915112345678&name=Ada%20L&caption=The%20meter", "image/png", media);

        assertThat(reply.status()).isEqualTo(201);
        String id = reply.json().at("/media/id").asText();
        assertThat(simulator.media(id).orElseThrow().file()).hasBinaryContent(media);
        assertThat(simulator.allMedia()).isEmpty();
        JsonNode message = messages("after=0").at("/messages/0");
        assertThat(message.path("inbound").asBoolean()).isTrue();
        assertThat(message.path("name").asText()).isEqualTo("Ada L");
        assertThat(message.path("text").asText()).isEqualTo("The meter");
        assertThat(api.get("/" + id).json().path("file_size").asLong()).isEqualTo(3_000_000);
    }

    @Test
    void takesATextAndAnswersItInTheSameConversation() {
        page.post(
                "/_simulator/api/inbound?from=4915112345678&type=text",
                "text/plain",
                "Grüße".getBytes(StandardCharsets.UTF_8));
        send("{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
        simulator.receive(inbound("application/zip", Samples.random(10)).from("15555550100"));

        JsonNode conversations =
                page.get("/_simulator/api/conversations").json().path("conversations");

        assertThat(conversations).hasSize(2);
        assertThat(conversations.at("/0/person").asText()).isEqualTo("15555550100");
        assertThat(conversations.at("/0/last/type").asText()).isEqualTo("document");
        assertThat(conversations.at("/1/messages").asInt()).isEqualTo(2);
        assertThat(conversations.at("/1/last/text").asText()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=abc|from must be a number of 5 to 15 digits",
                "from=4915112345678&type=poll|type must be text or one of [audio, document, image, sticker, video]",
                "from=4915112345678&apiVersion=v3|apiVersion must be v1 or v2"
            })
    void saysWhatIsWrongWithWhatIsDropped(String query, String message) {
        Reply reply = page.post("/_simulator/api/inbound?" + query, "image/png", new byte[1]);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asText()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/jpeg, inline",
        "video/mp4; codecs=avc1, video/mp4, inline",
        "audio/ogg; codecs=opus, audio/ogg, inline",
        "text/html, application/octet-stream, attachment",
        "image/svg+xml, application/octet-stream, attachment",
        "application/pdf, application/octet-stream, attachment",
        "text/plain, application/octet-stream, attachment"
    })
    void givesMediaOutSoThatItCannotRun(String declared, String contentType, String disposition) {
        ReceivedInbound received =
                simulator.receive(inbound(declared, Samples.random(100)).withFileName("a \"b\".html"));

        Reply reply = page.get("/_simulator/media/" + received.media().id());

        assertThat(reply.body()).isEqualTo(Samples.random(100));
        assertThat(reply.header("Content-Type")).isEqualTo(contentType);
        assertThat(reply.header("Content-Disposition")).isEqualTo(disposition + "; filename*=UTF-8''a%20%22b%22.html");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, 0, 10",
        "bytes=90-, 206, 90, 100",
        "bytes=-5, 206, 95, 100",
        "bytes=95-200, 206, 95, 100",
        "'bytes=0-1,3-4', 200, 0, 100",
        "lines=1-2, 200, 0, 100"
    })
    void givesOutRanges(String range, int status, int from, int to) {
        byte[] media = Samples.random(100);
        String id = simulator.receive(inbound("video/mp4", media)).media().id();

        Reply reply = page.send(
                page.request("/_simulator/media/" + id).header("Range", range).GET());

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(media, from, to));
        assertThat(reply.header("Content-Range"))
                .isEqualTo(status == 206 ? "bytes " + from + "-" + (to - 1) + "/100" : "");
    }

    @Test
    void refusesARangeBehindTheEnd() {
        String id = simulator
                .receive(inbound("video/mp4", Samples.random(100)))
                .media()
                .id();

        assertThat(page.send(page.request("/_simulator/media/" + id)
                                .header("Range", "bytes=100-")
                                .GET())
                        .status())
                .isEqualTo(416);
    }

    @Test
    void listsCallsWithTheRuleThatRefusedThemAndWithoutSecrets() {
        api.postJson("/messages", "{\"messaging_product\":\"whatsapp\",\"to\":\"x\",\"type\":\"text\"}");
        api.withKey("a-wrong-key-of-somebody").get("/1?hash=secret");

        JsonNode calls = page.get("/_simulator/api/calls?after=0").json();

        assertThat(calls.toString()).doesNotContain(simulator.apiKey(), "somebody", "hash=secret");
        JsonNode refused = calls.at("/calls/0");
        assertThat(refused.path("method").asText()).isEqualTo("POST");
        assertThat(refused.path("path").asText()).isEqualTo("/messages");
        assertThat(refused.path("refusal").asText()).isEqualTo("recipient-wrong");
        assertThat(refused.path("details").asText()).isEqualTo("Param to is not a valid phone number");
        assertThat(refused.at("/request/body").asText()).contains("\"to\":\"x\"");
        assertThat(refused.at("/answer/status").asInt()).isEqualTo(400);
        assertThat(refused.at("/answer/body").asText()).contains("131009");
        assertThat(calls.path("calls")).hasSize(2);
        assertThat(simulator.calls()).hasSize(2);
    }

    @Test
    void staysOutOfTheJournal() {
        page.get("/_simulator/api/messages");

        assertThat(simulator.wireMock().getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1"})
    void refusesOtherOrigins(String origin) {
        HttpRequest.Builder get = page.request("/_simulator/api/messages").header("Origin", origin);
        HttpRequest.Builder post =
                page.request("/_simulator/api/inbound?from=4915112345678").header("Origin", origin);
        HttpRequest.Builder admin = HttpRequest.newBuilder(URI.create(simulator.pageUrl() + "__admin/requests"))
                .header("Origin", origin);

        assertThat(page.send(get.GET()).status()).isEqualTo(403);
        assertThat(page.send(post.POST(BodyPublishers.ofString("x"))).status()).isEqualTo(403);
        assertThat(page.send(admin.GET()).status()).isEqualTo(403);
    }

    @Test
    void servesItsOwnOrigin() {
        String origin = "http://127.0.0.1:" + simulator.port();

        assertThat(page.send(page.request("/_simulator/api/info")
                                .header("Origin", origin)
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 403", "localhost, 200", "127.0.0.1:1, 200", "127.0.0.1.evil.example, 403"})
    void refusesNamesThatSomebodyPointedHere(String host, int status) throws Exception {
        assertThat(RawHttp.get(simulator.port(), "/_simulator/api/info", host)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(RawHttp.get(simulator.port(), "/__admin/mappings", host)).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void travelsAndSaysWhatItIs() {
        Reply reply = page.post("/_simulator/api/travel?seconds=3600", "", new byte[0]);

        assertThat(reply.json().path("now").asText())
                .isEqualTo(CLOCK.instant().plusSeconds(3600).toString());
        assertThat(reply.json().at("/baseUrls/v1").asText()).isEqualTo(simulator.baseUrl(ApiVersion.V1));
        assertThat(reply.json().at("/numbers/0/phone").asText()).matches("155555501[0-9]{2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/_simulator/", "/_simulator/api/x", "/_simulator/page/x.js", "/_simulator/page/../PageApi.class"
            })
    void hasNothingElse(String path) {
        assertThat(page.get(path).status()).isEqualTo(404);
    }

    private JsonNode messages(String query) {
        return page.get("/_simulator/api/messages?" + query).json();
    }

    private String upload(String contentType, byte[] media) {
        return api.upload(Form.ofFile(contentType, media)).json().path("id").asText();
    }

    private String send(String message) {
        return api.postJson("/messages", "{\"messaging_product\":\"whatsapp\"," + message.substring(1))
                .json()
                .at("/messages/0/id")
                .asText();
    }
}
