package org.cameld360.media.client;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a rate limit lasts, from what an answer says of it. */
final class RateLimits {

    /** 360dialog says it with status 400: "You have exceeded the limit of 1 request every * seconds. Try again later." */
    private static final Pattern GATEWAY =
            Pattern.compile("exceeded the limit of .*request|rate limit|too many requests", Pattern.CASE_INSENSITIVE);

    private static final Pattern EVERY = Pattern.compile("every (\\d{1,6}) seconds", Pattern.CASE_INSENSITIVE);

    /** Where the answer doesn't say. */
    private static final Duration GUESS = Duration.ofSeconds(1);

    /** Meta says "much later" of its spam limits. */
    private static final Duration SPAM = Duration.ofHours(24);

    private RateLimits() {}

    static boolean isGatewayLimit(@Nullable String words) {
        return words != null && GATEWAY.matcher(words).find();
    }

    /** @param attempt counted from 1 */
    static Duration length(
            @Nullable Integer code, @Nullable String words, @Nullable String retryAfter, int attempt, Instant now) {
        Duration asked = RetryAfter.parse(retryAfter, now);
        if (ErrorCodes.isPairLimit(code)) {
            Duration pair = pairPause(attempt);
            return asked == null || asked.compareTo(pair) < 0 ? pair : asked;
        }
        if (asked != null) {
            return asked;
        }
        if (ErrorCodes.isSpamLimit(code)) {
            return SPAM;
        }
        Matcher every = EVERY.matcher(words == null ? "" : words);
        return every.find() ? Duration.ofSeconds(Long.parseLong(every.group(1))) : GUESS;
    }

    /** Meta's advice on 131056: try again after 4^X seconds, where X begins with 0 and grows by one each time. */
    private static Duration pairPause(int attempt) {
        return Duration.ofSeconds(1L << (2 * Math.min(attempt - 1, 10)));
    }
}
