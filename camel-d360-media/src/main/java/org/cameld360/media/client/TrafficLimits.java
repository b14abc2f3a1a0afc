package org.cameld360.media.client;

import java.time.Duration;

/**
 * How much one key may ask of the API.
 *
 * @param uploads a second; 0 for no limit. On v1 the other requests for media count as well
 * @param messages a second; 0 for no limit
 * @param failedGets so many within an hour are not reached; 0 for no limit
 * @param maxHoldBack the longest time that a request is held back for them
 */
public record TrafficLimits(int uploads, int messages, int failedGets, Duration maxHoldBack) {

    /** How many gets may fail within an hour. One has to be possible. */
    int failingGets() {
        return Math.max(failedGets - 1, 1);
    }
}
