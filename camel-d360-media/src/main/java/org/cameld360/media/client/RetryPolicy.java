package org.cameld360.media.client;

import java.time.Duration;

/**
 * How often and how patiently something is repeated that may be repeated.
 *
 * @param maxRetries how many times after the first; 0 for never
 * @param delay before the first repeat; doubled for each further one
 * @param maxDelay the longest delay
 */
public record RetryPolicy(int maxRetries, Duration delay, Duration maxDelay) {

    /**
     * The delay before a repeat, between half and all of the doubled delay, so that many do not come back at once.
     *
     * @param repeat counted from 1
     * @param random between 0 and 1
     */
    Duration delayBefore(int repeat, double random) {
        long doubled = delay.toMillis() * (1L << Math.min(repeat - 1, 20));
        long bounded = Math.min(doubled, maxDelay.toMillis());
        return Duration.ofMillis((long) (bounded * (0.5 + random / 2)));
    }
}
