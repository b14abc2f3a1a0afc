package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cameld360.simulator.ApiVersion.V1;
import static org.cameld360.simulator.ApiVersion.V2;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.cameld360.simulator.Client.Reply;
import org.cameld360.simulator.Limits.GetBlock;
import org.cameld360.simulator.Limits.Rate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.MutableClock;

class LimitsTest {

    private static final byte[] MEDIA = Samples.random(10);

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private D360Simulator simulator;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void takes25UploadsInASecondOnV2() {
        Client client = start(V2, Limits.asReal());

        assertThat(IntStream.range(0, 25).map(i -> upload(client).status())).containsOnly(200);
        Reply refused = upload(client);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo("{\"meta\":{\"success\":false,\"http_code\":400,\"developer_message\":\"You have exceeded"
                        + " the limit of 25 requests every 1 seconds. Try again later.\"}}");
        assertLastRefusal("upload-rate-limit");

        simulator.travel(Duration.ofSeconds(1));
        assertThat(upload(client).status()).isEqualTo(200);
        assertThat(upload(client.withKey("TWO")).status()).isEqualTo(200);
    }

    /** 25 at the end of one second and 25 at the beginning of the next are 50 in a second. */
    @Test
    void takesNoMoreThan25UploadsInAnySecondByTheStrictestReading() {
        Client client = start(V2, Limits.strictest());

        assertThat(IntStream.range(0, 25).map(i -> upload(client).status())).containsOnly(200);
        simulator.travel(Duration.ofMillis(990));
        assertThat(upload(client).status()).isEqualTo(400);
        simulator.travel(Duration.ofMillis(10));
        assertThat(IntStream.range(0, 25).map(i -> upload(client).status())).containsOnly(200);
        assertThat(upload(client).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 request every 1 seconds",
        "2, 2 requests every 1 seconds",
        "100, 100 requests every 1 seconds",
        "0.1, 1 request every 10 seconds"
    })
    void namesTheLimitThatIsSet(double perSecond, String words) {
        Client client = start(V2, Limits.none().withV2Uploads(new Rate(perSecond, 1)));

        upload(client);
        assertThat(upload(client).json().at("/meta/developer_message").asText())
                .isEqualTo("You have exceeded the limit of " + words + ". Try again later.");
    }

    @Test
    void takes80MessagesInASecondOnV2() {
        Client client = start(V2, Limits.asReal());

        for (int i = 0; i < 80; i++) {
            assertThat(text(client, "4915112" + (10_000 + i)).status()).isEqualTo(200);
        }
        Reply refused = text(client, "4915112345678");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(130429);
        assertThat(refused.json().at("/error/message").asText()).isEqualTo("(#130429) Rate limit hit");
        assertLastRefusal("throughput-limit");

        simulator.travel(Duration.ofMillis(50));
        assertThat(text(client, "4915112345678").status()).isEqualTo(200);
    }

    @Test
    void takes45MessagesToOnePersonAndThenOneEachSixSeconds() {
        Client client = start(V2, Limits.asReal());

        assertThat(IntStream.range(0, 45)
                        .map(i -> text(client, "+49 151 12345678").status()))
                .containsOnly(200);
        Reply refused = text(client, "4915112345678");
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(131056);
        assertLastRefusal("pair-limit");
        assertThat(text(client, "4915112345679").status()).isEqualTo(200);

        simulator.travel(Duration.ofSeconds(6));
        assertThat(text(client, "4915112345678").status()).isEqualTo(200);
        assertThat(text(client, "4915112345678").status()).isEqualTo(400);
    }

    @Test
    void blocksGetsAfterTwentyFailuresInAnHour() {
        Client client = start(V2, Limits.asReal());
        String id = upload(client).json().path("id").asText();

        for (int i = 0; i < 20; i++) {
            assertThat(client.get("/123").status()).isEqualTo(400);
        }
        assertBlockedFor(client, "/" + id, Duration.ofMinutes(30));
    }

    @Test
    void blocksGetsForAnHourAfterMoreThanFiveFailuresByTheStrictestWording() {
        Client client = start(V2, Limits.strictest());
        String id = upload(client).json().path("id").asText();

        for (int i = 0; i < 6; i++) {
            assertThat(client.get("/not-numeric").status()).isEqualTo(400);
        }
        assertBlockedFor(client, "/" + id, Duration.ofHours(1));
    }

    @Test
    void forgetsFailuresThatAreOlderThanTheWindow() {
        Client client =
                start(V2, Limits.none().withGetBlock(new GetBlock(1, Duration.ofHours(1), Duration.ofHours(1))));

        client.get("/123");
        simulator.travel(Duration.ofHours(1));
        client.get("/123");
        assertThat(client.get("/123").status()).isEqualTo(400);
        assertThat(client.get("/123").status()).isEqualTo(429);
    }

    @Test
    void letsV1HaveItsOwnRates() {
        Client client = start(V1, Limits.asReal());

        assertThat(IntStream.range(0, 60).map(i -> client.get("/media/1").status()))
                .containsOnly(404);
        Reply refused = client.get("/media/1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/errors/0/code").asInt()).isEqualTo(1015);
        assertLastRefusal("rate-limit");
        assertThat(IntStream.range(0, 150).map(i -> v1Text(client).status())).containsOnly(201);
        assertThat(v1Text(client).status()).isEqualTo(429);

        simulator.travel(Duration.ofMillis(50));
        assertThat(client.get("/media/1").status()).isEqualTo(404);
    }

    @Test
    void letsV1HaveOtherRates() {
        Client client = start(V1, Limits.none().withV1Messages(new Rate(1, 2)).withV1Others(new Rate(1, 1)));

        assertThat(IntStream.range(0, 3).map(i -> v1Text(client).status())).containsExactly(201, 201, 429);
        assertThat(IntStream.range(0, 2).map(i -> client.get("/media/1").status()))
                .containsExactly(404, 429);
    }

    @Test
    void takesNothingMoreOnV1OnceTheMediaVolumeIsFull() {
        Client client = start(V1, Limits.none().withMediaVolume(20));

        assertThat(client.post("/media", "image/png", MEDIA).status()).isEqualTo(200);
        assertThat(client.post("/media", "image/png", MEDIA).status()).isEqualTo(200);
        for (Reply refused : new Reply[] {client.post("/media", "image/png", MEDIA), v1Text(client)}) {
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.json().at("/errors/0/code").asInt()).isEqualTo(1014);
            assertLastRefusal("media-volume-full");
        }

        simulator.travel(Duration.ofDays(14));
        assertThat(v1Text(client).status()).isEqualTo(201);
    }

    @Test
    void limitsNothingUnlessToldTo() {
        Client client = start(V2, Limits.none());

        assertThat(IntStream.range(0, 200)
                        .map(i -> text(client, "4915112345678").status()))
                .containsOnly(200);
        assertThat(IntStream.range(0, 30).map(i -> client.get("/123").status())).containsOnly(400);
    }

    @Test
    void isAsGoodAsNewAfterAReset() {
        Client client = start(V2, Limits.none().withV2Uploads(new Rate(0.001, 1)));

        assertThat(upload(client).status()).isEqualTo(200);
        assertThat(upload(client).status()).isEqualTo(400);
        simulator.reset();
        assertThat(upload(client).status()).isEqualTo(200);
    }

    @Test
    void refusesRatesThatAreNone() {
        simulator = D360Simulator.start();

        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 0));
    }

    private void assertBlockedFor(Client client, String path, Duration duration) {
        assertThat(client.get(path).status()).isEqualTo(429);
        assertThat(client.get(path).text()).isEqualTo("{\"error\":\"endpoint disabled\"}");
        assertLastRefusal("get-blocked");
        assertThat(upload(client).status()).isEqualTo(200);
        simulator.travel(duration.minusSeconds(1));
        assertThat(client.get(path).status()).isEqualTo(429);
        simulator.travel(Duration.ofSeconds(1));
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    private Client start(ApiVersion version, Limits limits) {
        simulator = D360Simulator.builder()
                .apiKeys("ONE", "TWO")
                .clock(clock)
                .limits(limits)
                .start();
        return new Client(simulator, version);
    }

    private static Reply upload(Client client) {
        return client.upload(Form.ofFile("image/png", MEDIA));
    }

    private static Reply text(Client client, String to) {
        return client.postJson(
                "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");
    }

    private static Reply v1Text(Client client) {
        return client.postJson("/messages", "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}");
    }

    private void assertLastRefusal(String rule) {
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo(rule);
    }
}
