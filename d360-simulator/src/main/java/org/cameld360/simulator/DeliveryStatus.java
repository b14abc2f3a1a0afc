package org.cameld360.simulator;

import java.util.Locale;

/** What a status webhook can say of a message. */
public enum DeliveryStatus {
    SENT,
    DELIVERED,
    READ,
    /** A voice message was listened to; the Cloud API only. */
    PLAYED,
    FAILED;

    /** For example {@code delivered}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
