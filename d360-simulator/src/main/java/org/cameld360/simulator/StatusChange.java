package org.cameld360.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an accepted message.
 *
 * @param failure set where the status is {@link DeliveryStatus#FAILED}
 */
public record StatusChange(
        DeliveryStatus status, Instant at, @Nullable DeliveryFailure failure) {}
