package org.cameld360.simulator.media;

import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that look like the real ones, awkward parts included. */
public final class Ids {

    private Ids() {}

    public static String v1Media() {
        return UUID.randomUUID().toString();
    }

    /** 17 digits, more than a double can hold exactly. */
    public static String v2Media() {
        return Long.toString(ThreadLocalRandom.current().nextLong(20_000_000_000_000_000L, 100_000_000_000_000_000L));
    }

    public static String v1Message() {
        return random(21, 0x80, 0x11, 0x86);
    }

    /** Base64 with padding, so it needs escaping in a URL. */
    public static String v2Message() {
        return "wamid." + random(40, 0x1C, 0x18, 0x0C);
    }

    /** The first bytes are always the same ones, as they are in the ids that have been seen. */
    private static String random(int length, int... start) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        for (int i = 0; i < start.length; i++) {
            bytes[i] = (byte) start[i];
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
