package org.cameld360.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When an accepted message gets on, on the simulator's clock.
 *
 * @param sent after it was accepted; this is also when a failure shows
 * @param delivered after it was sent; null for a phone that is off
 * @param read after it was delivered; null for a person who does not look
 */
public record Delivery(
        Duration sent,
        @Nullable Duration delivered,
        @Nullable Duration read) {

    public Delivery {
        if (sent.isNegative() || (delivered != null && delivered.isNegative()) || (read != null && read.isNegative())) {
            throw new IllegalArgumentException("a delay cannot be negative");
        }
    }

    /** Sent after 0.1 seconds, delivered 0.4 seconds later, and read another 1.5 seconds later. The default. */
    public static Delivery brisk() {
        return new Delivery(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(1500));
    }

    /** All at once, and still after the answer. */
    public static Delivery immediate() {
        return new Delivery(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The same, with nobody who looks. */
    public Delivery unread() {
        return new Delivery(sent, delivered, null);
    }

    /** The same, to a phone that is off. */
    public Delivery undelivered() {
        return new Delivery(sent, null, null);
    }
}
