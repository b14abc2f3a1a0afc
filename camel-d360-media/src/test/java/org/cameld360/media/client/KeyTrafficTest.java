package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cameld360.media.client.Turn.Kind;
import org.cameld360.media.client.Turn.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTrafficTest {

    private static final long SECOND = 1_000_000_000;
    private static final long FAR = Long.MAX_VALUE / 2;
    private static final ApiRequest REQUEST = ApiRequest.get(URI.create("http://localhost/x"));
    private static final ApiCall<?> UPLOAD = new Calls.Upload("upload", REQUEST);
    private static final ApiCall<?> GET = new Calls.Download("get", REQUEST, ApiOperation.GET);
    private static final ApiCall<?> TO_ANNA = new Calls.Send("send", REQUEST, "491");
    private static final ApiCall<?> TO_BEN = new Calls.Send("send", REQUEST, "492");

    private final KeyTraffic traffic = new KeyTraffic();
    private final TrafficLimits limits = new TrafficLimits(25, 80, 5, Duration.ofSeconds(60));
    private long now = 1_000 * SECOND;

    @ParameterizedTest
    @CsvSource({"UPLOADS, 25", "MESSAGES, 80"})
    void neverMoreThanTheLimitLeaveInAnySecond(Lane lane, int limit) {
        ApiCall<?> call = lane == Lane.UPLOADS ? UPLOAD : TO_ANNA;
        List<Long> leave = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Turn turn = traffic.turn(call, lane, limits, now, FAR);
            leave.add(now + turn.delay());
            now += i % 100 == 99 ? SECOND / 3 : 1_000;
        }

        for (int first = 0; first + limit < leave.size(); first++) {
            assertThat(leave.get(first + limit - 1) - leave.get(first)).isGreaterThan(SECOND);
        }
        double perSecond = 999 / ((leave.get(999) - leave.get(0)) / (double) SECOND);
        assertThat(perSecond).isBetween(limit * 0.85, limit * 0.95);
    }

    @Test
    void onV1EveryRequestForMediaCountsAndMessagesDoNot() {
        assertThat(Lane.of(ApiVersion.V1, ApiOperation.UPLOAD))
                .isEqualTo(Lane.of(ApiVersion.V1, ApiOperation.GET))
                .isEqualTo(Lane.of(ApiVersion.V1, ApiOperation.DELETE))
                .isNotEqualTo(Lane.of(ApiVersion.V1, ApiOperation.SEND));
        assertThat(Lane.MEDIA.rate(limits)).isEqualTo(25);
        assertThat(Lane.of(ApiVersion.V2, ApiOperation.GET)).isEqualTo(Lane.GETS);
        assertThat(Lane.GETS.rate(limits)).isZero();
        assertThat(ApiVersion.V1.uploadsPerSecond()).isEqualTo(20);
        assertThat(ApiVersion.V2.uploadsPerSecond()).isEqualTo(25);
    }

    @Test
    void whatWouldWaitTooLongTakesNoPlace() {
        for (int i = 0; i < 73; i++) {
            assertThat(traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, now + SECOND)
                            .kind())
                    .isEqualTo(Kind.GRANTED);
        }

        Turn refused = traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, now + SECOND);
        Turn again = traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, now + SECOND);

        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(again).isEqualTo(refused);
        assertThat(refused.delay()).isBetween(SECOND, 2 * SECOND);
    }

    @Test
    void aPauseForOneRecipientKeepsNoOther() {
        traffic.pauseRecipient("491", now + 4 * SECOND, now);

        assertThat(traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, FAR))
                .isEqualTo(Turn.askAgain(4 * SECOND, Reason.RECIPIENT));
        assertThat(traffic.turn(TO_BEN, Lane.MESSAGES, limits, now, FAR)).isEqualTo(Turn.granted(0));
        now += 4 * SECOND;
        assertThat(traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, FAR).kind())
                .isEqualTo(Kind.GRANTED);
    }

    @Test
    void aPauseForAllKeepsMessagesAndNoUploads() {
        traffic.pauseLane(Lane.MESSAGES, now + 4 * SECOND);
        traffic.pauseLane(Lane.MESSAGES, now + SECOND);

        assertThat(traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, FAR))
                .isEqualTo(Turn.askAgain(4 * SECOND, Reason.THROTTLED));
        assertThat(traffic.turn(UPLOAD, Lane.UPLOADS, limits, now, FAR)).isEqualTo(Turn.granted(0));
        assertThat(traffic.turn(TO_BEN, Lane.MESSAGES, limits, now, now + 3 * SECOND))
                .isEqualTo(Turn.refused(4 * SECOND, Reason.THROTTLED));
    }

    @Test
    void whoHasAPlaceWaitsForAPauseThatCameMeanwhile() {
        assertThat(traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, FAR).kind())
                .isEqualTo(Kind.GRANTED);
        traffic.pauseLane(Lane.MESSAGES, now + SECOND);

        assertThat(traffic.enter(TO_ANNA, Lane.MESSAGES, limits, now, FAR))
                .isEqualTo(Turn.askAgain(SECOND, Reason.THROTTLED));
    }

    @Test
    void manyPausedRecipientsAreForgottenWhenTheirPauseIsOver() {
        for (int i = 0; i < 5_000; i++) {
            traffic.pauseRecipient("49" + i, now + SECOND, now);
            now += SECOND / 100;
        }
        assertThat(traffic)
                .extracting("recipientPauses")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .hasSizeLessThan(1_100);
    }

    @Test
    void theFifthGetWithinAnHourIsHeldBackWhenFourFailed() {
        for (int i = 0; i < 4; i++) {
            assertThat(enter(GET)).isEqualTo(Turn.granted(0));
            traffic.getEnded(true, limits, now);
            now += 60 * SECOND;
        }

        Turn held = enter(GET);

        assertThat(held.kind()).isEqualTo(Kind.ASK_AGAIN);
        assertThat(held.reason()).isEqualTo(Reason.FAILED_GETS);
        assertThat(Duration.ofNanos(held.delay())).isEqualTo(Duration.ofMinutes(56));
        assertThat(enter(UPLOAD)).isEqualTo(Turn.granted(0));
        now += held.delay();
        assertThat(enter(GET)).isEqualTo(Turn.granted(0));
    }

    @Test
    void getsThatSucceedAreNotCounted() {
        for (int i = 0; i < 100; i++) {
            assertThat(enter(GET)).isEqualTo(Turn.granted(0));
            traffic.getEnded(false, limits, now);
        }
    }

    @Test
    void noMoreGetsAreUnderWayThanMayFail() {
        for (int i = 0; i < 4; i++) {
            assertThat(enter(GET)).isEqualTo(Turn.granted(0));
        }
        Turn held = enter(GET);
        CompletableFuture<Void> wait = new CompletableFuture<>();
        traffic.untilGetEnds(wait, limits);

        assertThat(held.reason()).isEqualTo(Reason.OTHER_GETS);
        assertThat(wait).isNotDone();
        traffic.getEnded(false, limits, now);
        assertThat(wait).isDone();
        assertThat(enter(GET)).isEqualTo(Turn.granted(0));
    }

    @Test
    void aGetThatEndsWhileAnotherBeginsToWaitIsNotMissed() {
        CompletableFuture<Void> wait = new CompletableFuture<>();

        traffic.untilGetEnds(wait, limits);

        assertThat(wait).isDone();
    }

    @Test
    void aWaitThatIsOverHandsItsPlaceOn() {
        for (int i = 0; i < 4; i++) {
            assertThat(enter(GET).kind()).isEqualTo(Kind.GRANTED);
        }
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Void> next = new CompletableFuture<>();
        traffic.untilGetEnds(over, limits);
        traffic.untilGetEnds(next, limits);
        over.complete(null);

        traffic.getEnded(false, limits, now);

        assertThat(next).isDone();
    }

    @Test
    void noughtStandsForNoLimit() {
        TrafficLimits none = new TrafficLimits(0, 0, 0, Duration.ZERO);
        for (int i = 0; i < 1_000; i++) {
            for (ApiCall<?> call : List.of(UPLOAD, GET, TO_ANNA)) {
                Lane lane = Lane.of(ApiVersion.V2, call.operation());
                assertThat(traffic.turn(call, lane, none, now, now)).isEqualTo(Turn.granted(0));
                assertThat(traffic.enter(call, lane, none, now, now)).isEqualTo(Turn.granted(0));
            }
            traffic.getEnded(true, none, now);
        }
    }

    @Test
    void aKeyIsForgottenAnHourAfterItsLastUse() {
        assertThat(traffic.turn(TO_ANNA, Lane.MESSAGES, limits, now, FAR).kind())
                .isEqualTo(Kind.GRANTED);
        assertThat(traffic.isIdle(now + SECOND)).isFalse();
        assertThat(traffic.isIdle(now + 3_601 * SECOND)).isTrue();
    }

    @Test
    void aFailedGetIsRememberedForAnHourFromItsEnd() {
        assertThat(enter(GET)).isEqualTo(Turn.granted(0));
        now += 60 * SECOND;
        traffic.getEnded(true, limits, now);

        assertThat(traffic.isIdle(now + 3_599 * SECOND)).isFalse();
    }

    private Turn enter(ApiCall<?> call) {
        return traffic.enter(call, Lane.of(ApiVersion.V2, call.operation()), limits, now, FAR);
    }
}
