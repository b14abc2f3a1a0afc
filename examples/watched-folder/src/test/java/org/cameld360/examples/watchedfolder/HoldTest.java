package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class HoldTest {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private final Hold hold = new Hold(clock, Duration.ofSeconds(5), Duration.ofSeconds(15));

    @Test
    void lastsTwiceAsLongEachTimeUpToALimit() {
        assertThat(hold.extend(null)).hasSeconds(5);
        assertThat(hold.extend(null)).hasSeconds(10);
        assertThat(hold.extend(null)).hasSeconds(15);
        assertThat(hold.extend(null)).hasSeconds(15);
        hold.release();
        assertThat(hold.extend(null)).hasSeconds(5);
    }

    @Test
    void endsByItself() {
        assertThat(hold.isOn()).isFalse();
        hold.extend(null);
        assertThat(hold.isOn()).isTrue();
        clock.add(Duration.ofSeconds(5));
        assertThat(hold.isOn()).isFalse();
    }

    @Test
    void lastsAsLongAsTheServerWants() {
        assertThat(hold.extend(clock.instant().plusSeconds(60))).hasSeconds(60);
        assertThat(hold.extend(clock.instant().minusSeconds(60))).hasSeconds(10);
    }
}
