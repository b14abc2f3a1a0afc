package org.cameld360.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes to upload. */
final class Samples {

    private Samples() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** The head of an extended WebP file, and zeros. */
    static byte[] webP(int length, boolean animated) {
        byte[] bytes = new byte[length];
        byte[] head = "RIFF....WEBPVP8X....".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[20] = (byte) (animated ? 0x02 : 0x00);
        return bytes;
    }
}
