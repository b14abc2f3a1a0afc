package org.cameld360.media.client;

import java.time.Duration;

/**
 * How long a call may be silent, and how it is repeated.
 *
 * @param responseTimeout the longest silence on the wire
 * @param retry for what is safe to repeat
 * @param traffic how much is asked of the API
 */
public record CallPolicy(Duration responseTimeout, RetryPolicy retry, TrafficLimits traffic) {}
