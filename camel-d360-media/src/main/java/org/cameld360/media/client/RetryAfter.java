package org.cameld360.media.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or an HTTP date. */
final class RetryAfter {

    /** Nobody waits longer; and no sum with it overflows. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private RetryAfter() {}

    /** How long to wait from now on, or {@code null} where the header is missing or says nothing. */
    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("[0-9]+")) {
            boolean sane = text.length() <= 9;
            return sane ? shorter(Duration.ofSeconds(Long.parseLong(text))) : LONGEST;
        }
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? shorter(Duration.between(now, at)) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration shorter(Duration asked) {
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
