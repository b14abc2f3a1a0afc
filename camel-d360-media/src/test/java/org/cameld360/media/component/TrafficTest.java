package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cameld360.media.MediaNotFoundException;
import org.cameld360.media.RateLimitException;
import org.cameld360.media.ServiceUnavailableException;
import org.cameld360.media.client.Conversation;
import org.cameld360.media.client.ScriptedServer;
import org.cameld360.media.component.FaultLab.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests are held back before the API refuses them, and for as long as it asks. */
@Timeout(60)
class TrafficTest {

    private static final String PAIR_LIMIT =
            "{\"error\":{\"message\":\"(#131056) pair rate limit hit\",\"code\":131056}}";

    private final FaultLab lab = new FaultLab(options -> options.setMaxHoldBack(20_000));

    @AfterEach
    void stop() {
        lab.close();
    }

    private Ending start(Call call, ScriptedServer server, String more) {
        return lab.start(call.uri(server.url(), more), call.message());
    }

    private Ending send(ScriptedServer server, String to, String more) {
        return lab.start(Call.SEND_V2.uri(server.url(), more), exchange -> {
            Call.SEND_V2.message().accept(exchange);
            exchange.getMessage().setHeader("CamelD360MediaTo", to);
        });
    }

    private static void assertSent(Ending ending) {
        assertThat(ending.within(Duration.ofSeconds(10)).failure()).isNull();
    }

    @Test
    void allEndpointsWithTheSameKeyShareOneRate() {
        D360MediaComponent second = new D360MediaComponent();
        second.getConfiguration().setApiKey(FaultLab.KEY);
        lab.context().addComponent("second", second);
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.UPLOAD_V2.goodAnswer()))) {
            String uri = Call.UPLOAD_V2.uri(server.url(), "&maxUploadsPerSecond=10");
            Instant begin = Instant.now();
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String each = i % 2 == 0 ? uri : uri.replace("d360-media:", "second:");
                endings.add(lab.start(each, Call.UPLOAD_V2.message()));
            }
            endings.forEach(TrafficTest::assertSent);

            assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(950));
            assertThat(server.requests()).hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD_V1", "GET_V1", "DELETE_V1", "SEND_V1", "UPLOAD_V2", "SEND_V2"})
    void whatWouldBeHeldBackTooLongFailsAtOnceWithTheTimeToTryAgain(Call call) {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, call.goodAnswer()))) {
            // one with another key, so that nothing of the next takes its time to be loaded
            assertSent(start(call, server, "&apiKey=another"));
            String slow = "&maxUploadsPerSecond=1&maxMessagesPerSecond=1&maxHoldBack=0";
            assertSent(start(call, server, slow));

            Ending held = start(call, server, slow).within(Duration.ofSeconds(1));

            assertThat(held.failure())
                    .isInstanceOf(RateLimitException.class)
                    .hasMessageContaining("Nothing was sent")
                    .hasMessageContaining(call.isSend() ? "maxMessagesPerSecond" : "maxUploadsPerSecond")
                    .hasMessageNotContaining(FaultLab.KEY);
            RateLimitException limit = (RateLimitException) held.failure();
            assertThat(limit.getRetryAt())
                    .isBetween(Instant.now(), Instant.now().plusSeconds(2));
            assertThat(limit.isRetryable()).isTrue();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aKeyIsNotHeldBackForAnother() {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.SEND_V2.goodAnswer()))) {
            String slow = "&maxMessagesPerSecond=1&maxHoldBack=0";
            assertSent(send(server, "4915123456", slow + "&apiKey=one"));
            assertSent(send(server, "4915123456", slow + "&apiKey=two"));
            assertThat(send(server, "4915123456", slow + "&apiKey=one")
                            .within(Duration.ofSeconds(5))
                            .failure())
                    .isInstanceOf(RateLimitException.class);
        }
    }

    @Test
    void aPauseForOneRecipientHoldsUpNoOther() throws Exception {
        AtomicInteger refusals = new AtomicInteger(2);
        try (ScriptedServer server = ScriptedServer.start(c -> {
            boolean anna = c.readBody().body().contains("+49111");
            boolean refused = anna && refusals.getAndDecrement() > 0;
            c.json(refused ? 400 : 200, refused ? PAIR_LIMIT : Call.SEND_V2.goodAnswer());
        })) {
            String patient = "&maxRetryDelay=5s&maxRetries=2";
            Ending first = send(server, "49111222333", patient);
            FaultLab.until(() -> server.requests().size() == 2);

            // The second pause has four seconds, so that a slow machine does not outlast it.
            Ending second = send(server, "49111222333", patient);
            Ending other = send(server, "49999222333", patient);

            assertSent(other);
            assertThat(first.times()).isZero();
            assertThat(second.times()).isZero();
            assertSent(first);
            assertSent(second);
            assertThat(first.took()).isGreaterThanOrEqualTo(Duration.ofMillis(4_990));
            assertThat(to(server.requests())).containsExactly("49111", "49111", "49999", "49111", "49111");
        }
    }

    private static List<String> to(List<Conversation> requests) {
        return requests.stream()
                .map(request -> request.body().replaceAll("(?s).*\"\\+(\\d{5}).*", "$1"))
                .toList();
    }

    /** The same within one exchange: its other recipients don't wait. */
    @Test
    void aPauseForOneOfSeveralRecipientsHoldsUpNoOther() {
        AtomicInteger refusals = new AtomicInteger(1);
        try (ScriptedServer server = ScriptedServer.start(c -> {
            boolean refused = c.readBody().body().contains("+49111") && refusals.getAndDecrement() > 0;
            c.json(refused ? 400 : 200, refused ? PAIR_LIMIT : Call.SEND_V2.goodAnswer());
        })) {
            assertSent(send(server, "49111222333,49999222333,49888222333", "&maxRetryDelay=5s"));

            assertThat(to(server.requests()))
                    .hasSize(4)
                    .containsOnlyOnce("49999", "49888")
                    .endsWith("49111");
        }
    }

    @Test
    void aPauseForAllHoldsBackAllMessagesOfTheKey() {
        AtomicInteger refusals = new AtomicInteger(1);
        try (ScriptedServer server = ScriptedServer.start(c -> {
            c.readBody();
            if (refusals.getAndDecrement() > 0) {
                c.write("HTTP/1.1 429 Slow\r\nRetry-After: 4\r\nContent-Length: 0\r\n\r\n");
            } else {
                c.json(200, Call.SEND_V2.goodAnswer());
            }
        })) {
            Ending throttled = send(server, "49111222333", "&maxRetryDelay=5s");
            FaultLab.until(() -> server.requests().size() == 1);
            FaultLab.until(() -> lab.inFlight() == 0);
            Ending other = send(server, "49999222333", "&maxRetryDelay=5s");
            Ending impatient = send(server, "49999222333", "&maxHoldBack=10");

            assertThat(impatient.within(Duration.ofMillis(3_900)).failure())
                    .isInstanceOf(RateLimitException.class)
                    .hasMessageContaining("asked to slow down");
            assertSent(throttled);
            assertSent(other);
            assertThat(other.took()).isGreaterThan(Duration.ofMillis(1_500));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "METADATA_V2"})
    void theFifthFailedGetWithinAnHourIsHeldBack(Call call) {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(404, ""))) {
            for (int i = 0; i < 4; i++) {
                assertThat(start(call, server, "&maxFailedGets=5")
                                .within(Duration.ofSeconds(5))
                                .failure())
                        .isInstanceOf(MediaNotFoundException.class);
            }

            Ending held = start(call, server, "&maxFailedGets=5").within(Duration.ofSeconds(5));

            assertThat(held.failure())
                    .isInstanceOf(RateLimitException.class)
                    .hasMessageContaining("4 failed gets")
                    .hasMessageContaining("maxFailedGets");
            assertThat(((RateLimitException) held.failure()).getRetryAt())
                    .isBetween(Instant.now().plusSeconds(3_500), Instant.now().plusSeconds(3_601));
            assertThat(server.requests()).hasSize(4);
        }
    }

    /** Were all of a crowd of gets to fail, they would be no more than the API puts up with. */
    @ParameterizedTest
    @EnumSource(names = {"GET_V1", "METADATA_V2"})
    void aCrowdOfFailingGetsStopsBeforeTheFifth(Call call) {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(404, ""))) {
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                endings.add(start(call, server, "&maxFailedGets=5"));
            }
            endings.forEach(ending -> ending.within(Duration.ofSeconds(10)));

            assertThat(server.requests()).hasSize(4);
            assertThat(endings)
                    .filteredOn(ending -> ending.failure() instanceof RateLimitException)
                    .hasSize(16);
        }
    }

    @Test
    void aCrowdOfGoodGetsGoesThrough() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.start(c -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            c.readBody();
            underWay.decrementAndGet();
            c.answer(200, "image/jpeg", "the media");
        })) {
            List<Ending> endings = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                endings.add(start(Call.GET_V1, server, "&maxFailedGets=5"));
            }

            endings.forEach(TrafficTest::assertSent);
            assertThat(server.requests()).hasSize(50);
            assertThat(most.get()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void aRepeatThatIsHeldBackEndsInWhatWentWrongBefore() {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(500, ""))) {
            Ending ending = start(Call.METADATA_V2, server, "&maxFailedGets=3&maxRetries=9")
                    .within(Duration.ofSeconds(5));

            assertThat(ending.failure()).isInstanceOf(ServiceUnavailableException.class);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void endlessPatienceOverflowsNothing() {
        try (ScriptedServer server = ScriptedServer.start(
                c -> c.json(400, PAIR_LIMIT), c -> c.json(429, ""), c -> c.json(200, Call.SEND_V2.goodAnswer()))) {
            String endless = "9".repeat(18);
            assertSent(send(
                    server,
                    "49111222333",
                    "&maxRetries=5&maxMessagesPerSecond=2147483647&maxHoldBack=" + endless + "&maxRetryDelay="
                            + endless));
        }
    }

    @Test
    void whoIsHeldBackWhenCamelStopsEndsThen() {
        try (ScriptedServer server = ScriptedServer.start(c -> c.json(200, Call.SEND_V2.goodAnswer()))) {
            assertSent(send(server, "49111222333", "&maxMessagesPerSecond=1"));
            List<Ending> held = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                held.add(send(server, "49111222333", "&maxMessagesPerSecond=1"));
            }

            lab.close();

            held.forEach(ending ->
                    assertThat(ending.within(Duration.ofSeconds(5)).times()).isEqualTo(1));
            assertThat(held.get(4).failure()).isNotNull();
        }
    }
}
