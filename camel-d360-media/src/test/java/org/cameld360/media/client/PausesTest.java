package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PausesTest {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Pauses pauses = new Pauses(timer);

    PausesTest() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void endByThemselves() {
        pauses.pause(Duration.ofMillis(5)).join();
    }

    @Test
    void endWhenClosedAndLeaveNothingInTheTimer() {
        CompletableFuture<Void> waiting = pauses.pause(Duration.ofDays(1));

        pauses.close();

        assertThat(waiting).isCompleted();
        assertThat(timer.getQueue()).isEmpty();
        assertThat(pauses.pause(Duration.ofDays(1))).isCompleted();
    }

    @Test
    void endAtOnceWhereTheTimerHasStopped() {
        timer.shutdownNow();

        assertThat(pauses.pause(Duration.ofDays(1))).isCompleted();
    }
}
