package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchdogTest {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Watchdog watchdog = new Watchdog(timer, complaints::add);

    WatchdogTest() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void complainsOnceAboutTheStepThatTookTooLong() {
        watchdog.allow(Duration.ofMinutes(1), "first");
        watchdog.allow(Duration.ofMillis(20), "second");

        await().untilAsserted(() -> assertThat(complaints).containsExactly("second"));
        assertThat(timer.getQueue()).isEmpty();
    }

    @Test
    void waitsAsLongAsThereIsProgress() {
        long start = System.nanoTime();
        watchdog.allow(Duration.ofMillis(200), "stuck");
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            watchdog.progress();
            return System.nanoTime() - start > Duration.ofMillis(600).toNanos();
        });

        assertThat(complaints).isEmpty();
        await().untilAsserted(() -> assertThat(complaints).containsExactly("stuck"));
    }

    @Test
    void isSilentAndForgottenOnceItIsStopped() {
        watchdog.allow(Duration.ofMillis(1), "late");
        watchdog.stop();
        watchdog.allow(Duration.ofMillis(1), "later");

        assertThat(timer.getQueue()).isEmpty();
        complaints.remove("late");
        assertThat(complaints).isEmpty();
    }
}
