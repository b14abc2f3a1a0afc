package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<Throwable> ends = new CopyOnWriteArrayList<>();
    private final Looks looks = new Looks(ends::add);

    @AfterEach
    void end() {
        looks.shutdownNow();
    }

    @Test
    void tellsWhatEndsThem() {
        Error error = new OutOfMemoryError("a test's");
        looks.scheduleWithFixedDelay(
                () -> {
                    throw error;
                },
                0,
                1,
                TimeUnit.MILLISECONDS);
        await().atMost(SOON).untilAsserted(() -> assertThat(ends).containsExactly(error));
    }

    @Test
    void haveNothingToTellAsLongAsTheyGoOnOrWhenTheyAreTakenBack() {
        AtomicInteger count = new AtomicInteger();
        ScheduledFuture<?> look = looks.scheduleWithFixedDelay(count::incrementAndGet, 0, 1, TimeUnit.MILLISECONDS);
        await().atMost(SOON).until(() -> count.get() > 3);
        look.cancel(true);
        await().atMost(SOON).until(() -> looks.getActiveCount() == 0);
        assertThat(ends).isEmpty();
    }
}
