package org.cameld360.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private Timeline timeline = new Timeline(Clock.fixed(START, ZoneOffset.UTC));

    @AfterEach
    void close() {
        timeline.close();
    }

    @Test
    void doesWhatIsPassedOnAJourneyInOrderAndOnTime() {
        timeline.after(Duration.ofMinutes(2), () -> note("second"));
        timeline.after(Duration.ofMinutes(1), () -> {
            note("first");
            timeline.after(Duration.ofMinutes(2), () -> note("third"));
        });
        timeline.after(Duration.ofMinutes(11), () -> note("later"));

        timeline.travel(Duration.ofMinutes(10));

        assertThat(done)
                .containsExactly(
                        "first 2026-11-23T12:01:00Z", "second 2026-11-23T12:02:00Z", "third 2026-11-23T12:03:00Z");
        assertThat(timeline.clock().instant()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void goesOnAfterATaskThatFailed() {
        timeline.after(Duration.ZERO, () -> {
            throw new IllegalStateException("expected");
        });
        timeline.after(Duration.ZERO, () -> note("next"));

        timeline.travel(Duration.ZERO);

        assertThat(done).hasSize(1);
    }

    @Test
    void doesThingsByItselfAsTimePasses() {
        timeline = new Timeline(Clock.systemUTC());
        timeline.start();
        timeline.after(Duration.ofMillis(30), () -> note("second"));
        timeline.after(Duration.ofMillis(10), () -> note("first"));

        await().atMost(Duration.ofSeconds(20)).until(() -> done.size() == 2);
        assertThat(done.get(0)).startsWith("first");
    }

    @Test
    void dropsWhatIsDueAndComesBackOnReset() {
        timeline.after(Duration.ofMinutes(1), () -> note("never"));
        timeline.travel(Duration.ofSeconds(30));
        timeline.reset();
        assertThat(timeline.clock().instant()).isEqualTo(START);

        timeline.travel(Duration.ofMinutes(5));
        assertThat(done).isEmpty();
    }

    @Test
    void doesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> timeline.travel(Duration.ofSeconds(-1)));
    }

    private void note(String what) {
        done.add(what + " " + timeline.clock().instant());
    }
}
