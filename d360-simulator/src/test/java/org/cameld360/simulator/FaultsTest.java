package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cameld360.simulator.fault.CallPattern.anyCall;
import static org.cameld360.simulator.fault.CallPattern.delete;
import static org.cameld360.simulator.fault.CallPattern.download;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.metadata;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.later;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withBodyCut;
import static org.cameld360.simulator.fault.Failure.withConnectionCut;
import static org.cameld360.simulator.fault.Failure.withDelay;
import static org.cameld360.simulator.fault.Failure.withGarbage;
import static org.cameld360.simulator.fault.Failure.withSlowBody;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.cameld360.simulator.Client.Reply;
import org.cameld360.simulator.fault.FaultRates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class FaultsTest {

    private static final byte[] MEDIA = Samples.random(1_000);
    private static final String TEXT = "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}";

    @RegisterExtension
    static final D360SimulatorExtension EXTENSION = new D360SimulatorExtension(
            D360Simulator.builder().clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC)));

    private D360Simulator simulator;
    private Client v1;
    private Client v2;

    @BeforeEach
    void connect() {
        simulator = EXTENSION.simulator();
        v1 = new Client(simulator, ApiVersion.V1);
        v2 = new Client(simulator, ApiVersion.V2);
    }

    @Test
    void fails503ThenOk() {
        simulator.next(upload()).fails(with503ThenOk());

        assertThat(v1.postJson("/messages", TEXT).status()).isEqualTo(201);
        Reply failed = uploadTo(v1);
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.header("Content-Type")).isEqualTo("text/html");
        assertThat(failed.text()).contains("<h1>503 Service Temporarily Unavailable</h1>");
        assertThat(simulator.allMedia()).isEmpty();
        assertThat(uploadTo(v1).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V1|555|{\"meta\":{\"success\":false,\"http_code\":555,\"developer_message\":\"Internal server error\"}}",
                "V1|500|{\"meta\":{\"httpCode\":500,\"developerMessage\":\"Internal server error\",\"success\":false}}",
                "V2|500|{\"error\":\"Internal server error\"}",
                "V2|429|{\"error\":\"endpoint disabled\"}"
            })
    void failsInTheWordsOfTheVersion(ApiVersion version, int status, String body) {
        simulator.next(message()).fails(withStatus(status));

        Reply reply = (version == ApiVersion.V1 ? v1 : v2).postJson("/messages", TEXT);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).isEqualTo(body);
    }

    @Test
    void failsOneAfterTheOther() {
        simulator.next(anyCall()).fails(withStatus(502).times(2));
        simulator.next(message()).fails(withStatus(500));

        assertThat(uploadTo(v1).status()).isEqualTo(502);
        assertThat(v1.postJson("/messages", TEXT).status()).isEqualTo(502);
        assertThat(v1.postJson("/messages", TEXT).status()).isEqualTo(500);
        assertThat(v1.postJson("/messages", TEXT).status()).isEqualTo(201);
    }

    @Test
    void cutsTheConnectionBeforeTheCallIsCarriedOut() {
        simulator.next(message()).fails(withConnectionCut());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> v1.postJson("/messages", TEXT));
        assertThat(simulator.messages()).isEmpty();
        assertThat(simulator.calls()).containsExactly(new RecordedCall("POST", "/v1/messages", 0, null));
    }

    @Test
    void losesTheAnswerToAMessageThatWasAccepted() {
        simulator.next(message()).fails(withAnswerLost());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> v1.postJson("/messages", TEXT));
        assertThat(simulator.messages()).hasSize(1);
    }

    @Test
    void answersWithGarbage() {
        simulator.next(message()).fails(withGarbage());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> v1.postJson("/messages", TEXT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 300_000})
    void cutsABody(int size) {
        String id = v1.post("/media", "image/png", Samples.random(size))
                .json()
                .at("/media/0/id")
                .asText();
        simulator.next(download()).fails(withBodyCut());

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> v1.get("/media/" + id));
        assertThat(v1.get("/media/" + id).body()).isEqualTo(Samples.random(size));
    }

    @Test
    void sendsABodySlowly() {
        String id = uploadTo(v1).json().at("/media/0/id").asText();
        simulator.next(download()).fails(withSlowBody(Duration.ofMillis(400)));

        long start = System.nanoTime();
        assertThat(v1.get("/media/" + id).body()).isEqualTo(MEDIA);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void answersLate() {
        simulator.next(message()).fails(withDelay(Duration.ofMillis(300)));

        long start = System.nanoTime();
        assertThat(v1.postJson("/messages", TEXT).status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void acceptsAMessageThatFailsLater() {
        simulator.next(message()).fails(later("Downloading media from weblink failed with http code 403"));

        String id = v1.postJson("/messages", TEXT).json().at("/messages/0/id").asText();
        assertThat(simulator.statuses(id)).isEmpty();
        simulator.travel(Duration.ofSeconds(1));

        assertThat(simulator.statuses(id)).singleElement().satisfies(change -> {
            assertThat(change.status()).isEqualTo(DeliveryStatus.FAILED);
            assertThat(change.failure().code()).isEqualTo(131053);
            assertThat(change.failure().details()).endsWith("http code 403");
        });
    }

    @Test
    void tellsCallsApart() {
        String id = v2.upload(Form.ofFile("image/png", MEDIA)).json().path("id").asText();
        String url = v2.get("/" + id).json().path("url").asText().replace("https://lookaside.fbsbx.com", "");
        simulator.next(download()).fails(withStatus(500));
        simulator.next(metadata()).fails(withStatus(502));
        simulator.next(delete()).fails(withStatus(504));

        assertThat(v2.get("/" + id).status()).isEqualTo(502);
        assertThat(v2.get(url).status()).isEqualTo(500);
        assertThat(v2.delete("/" + id).status()).isEqualTo(504);
        assertThat(v2.get(url).status()).isEqualTo(200);
    }

    @Test
    void showsOnThePageWhatWasScripted() {
        simulator.next(message()).fails(with503ThenOk());
        simulator.next(message()).fails(withConnectionCut());
        v1.postJson("/messages", TEXT);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> v1.postJson("/messages", TEXT));

        assertThat(v2.get("/_simulator/api/calls").json().path("calls"))
                .extracting(call -> call.path("fault").asText())
                .containsExactly("status-503", "connection-cut");
    }

    @Test
    void leavesThePageAlone() {
        simulator.next(anyCall()).fails(with503ThenOk());

        assertThat(v2.get("/_simulator/api/info").status()).isEqualTo(200);
        assertThat(uploadTo(v1).status()).isEqualTo(503);
    }

    @Test
    void forgetsTheScriptOnReset() {
        simulator.next(upload()).fails(with503ThenOk());
        simulator.reset();

        assertThat(uploadTo(v1).status()).isEqualTo(200);
    }

    @Test
    void failsByChance() {
        try (D360Simulator shaky = D360Simulator.builder()
                .faultRates(FaultRates.NONE.withUnavailable(1))
                .start()) {
            assertThat(uploadTo(new Client(shaky, ApiVersion.V1)).status()).isEqualTo(503);
        }
        try (D360Simulator shaky = D360Simulator.builder()
                .faultRates(FaultRates.NONE.withLate(1))
                .clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                .start()) {
            Client client = new Client(shaky, ApiVersion.V1);
            assertThat(uploadTo(client).status()).isEqualTo(200);
            String id = client.postJson("/messages", TEXT)
                    .json()
                    .at("/messages/0/id")
                    .asText();
            shaky.travel(Duration.ofSeconds(1));
            assertThat(shaky.statuses(id)).extracting(StatusChange::status).containsExactly(DeliveryStatus.FAILED);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRates.NONE.withCut(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> FaultRates.NONE.withLost(-0.1));
    }

    @Test
    void refusesAStatusThatIsNoError() {
        assertThatIllegalArgumentException().isThrownBy(() -> withStatus(200));
        assertThatIllegalArgumentException().isThrownBy(() -> withStatus(500).times(0));
    }

    private static Reply uploadTo(Client client) {
        return client.post("/media", "image/png", MEDIA);
    }
}
