package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeten.extra.MutableClock;

/** Without a clock of one's own. */
@ExtendWith(D360SimulatorExtension.class)
class TimeTravelTest {

    private static final byte[] MEDIA = Samples.random(100);

    private final D360Simulator simulator;
    private final Client v1;
    private final Client v2;

    TimeTravelTest(D360Simulator simulator) {
        this.simulator = simulator;
        this.v1 = new Client(simulator, ApiVersion.V1);
        this.v2 = new Client(simulator, ApiVersion.V2);
    }

    @Test
    void makesMediaGrowOld() {
        String old =
                v1.post("/media", "image/png", MEDIA).json().at("/media/0/id").asText();
        String id = v2.upload(Form.ofFile("image/png", MEDIA)).json().path("id").asText();

        simulator.travel(Duration.ofDays(14));
        assertThat(v1.get("/media/" + old).status()).isEqualTo(404);
        assertThat(v2.get("/" + id).status()).isEqualTo(200);
        simulator.travel(Duration.ofDays(16));
        assertThat(v2.get("/" + id).status()).isEqualTo(400);
        assertThat(simulator.media(id)).isPresent();
    }

    @Test
    void makesAddressesExpire() {
        String id = v2.upload(Form.ofFile("image/png", MEDIA)).json().path("id").asText();
        String url = v2.get("/" + id).json().path("url").asText().replace("https://lookaside.fbsbx.com", "");

        assertThat(v2.get(url).status()).isEqualTo(200);
        simulator.travel(Duration.ofMinutes(5));
        assertThat(v2.get(url).status()).isEqualTo(404);
    }

    @Test
    void getsMessagesOnWithoutATraveller() {
        String id = v1.postJson("/messages", "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}")
                .json()
                .at("/messages/0/id")
                .asText();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(simulator.statuses(id))
                .extracting(StatusChange::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.READ));
    }

    @Test
    void letsVoiceMessagesBePlayedOnV2() {
        String media = v2.upload(Form.ofFile("audio/ogg", Samples.file("voice-opus-mono.ogg")))
                .json()
                .path("id")
                .asText();
        String id = v2.postJson(
                        "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"to\":\"4915112345678\",\"type\":\"audio\",\"audio\":{\"id\":\""
                                + media + "\",\"voice\":true}}")
                .json()
                .at("/messages/0/id")
                .asText();
        simulator.travel(Duration.ofMinutes(1));

        assertThat(simulator.statuses(id))
                .last()
                .extracting(StatusChange::status)
                .isEqualTo(DeliveryStatus.PLAYED);
    }

    @Test
    void waitsForPhonesThatAreOffAndPeopleWhoDoNotLook() {
        for (Delivery delivery : new Delivery[] {
            Delivery.immediate().unread(), Delivery.immediate().undelivered()
        }) {
            try (D360Simulator other = D360Simulator.builder()
                    .clock(MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                    .delivery(delivery)
                    .start()) {
                String id = new Client(other, ApiVersion.V1)
                        .postJson("/messages", "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"x\"}}")
                        .json()
                        .at("/messages/0/id")
                        .asText();
                other.travel(Duration.ofDays(1));

                assertThat(other.statuses(id)).hasSize(delivery.delivered() == null ? 1 : 2);
            }
        }
    }

    @Test
    void forgetsTheOldestMessagesAndCalls() {
        try (D360Simulator forgetful =
                D360Simulator.builder().keep(5).delivery(Delivery.immediate()).start()) {
            Client client = new Client(forgetful, ApiVersion.V1);
            for (int i = 0; i < 8; i++) {
                client.postJson(
                        "/messages",
                        "{\"to\":\"4915112345678\",\"type\":\"text\",\"text\":{\"body\":\"text " + i + "\"}}");
            }

            assertThat(forgetful.messages())
                    .extracting(message -> message.raw().at("/text/body").asText())
                    .containsExactly("text 3", "text 4", "text 5", "text 6", "text 7");
            assertThat(forgetful.calls()).hasSize(5);
        }
    }
}
