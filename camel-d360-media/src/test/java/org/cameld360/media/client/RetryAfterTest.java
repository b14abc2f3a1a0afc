package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.parse("0", NOW)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.parse(" 30 ", NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsDates() {
        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 10:01:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(90));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 10:01:30 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999999999", "999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void isNeverMoreThanAYear(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-5", "1.5", "soon", "2026-11-23T10:01:30Z", "Mon, 99 Nov 2026 10:01:30 GMT"})
    void saysNothingWhereItIsNeither(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }
}
