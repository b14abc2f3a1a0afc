package org.cameld360.simulator.body;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds bytes in bytes, skipping ahead by the last byte seen (Horspool), as uploads are large and delimiters are long. */
public final class Bytes {

    private final byte[] wanted;
    private final int[] skip = new int[256];

    public Bytes(byte[] wanted) {
        this.wanted = wanted.clone();
        Arrays.fill(skip, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            skip[wanted[i] & 0xFF] = wanted.length - 1 - i;
        }
    }

    public static Bytes ascii(String text) {
        return new Bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    public int length() {
        return wanted.length;
    }

    /** The first index at or after the start and wholly before the end, or -1. */
    int indexIn(byte[] text, int start, int end) {
        int at = start;
        while (at <= end - wanted.length) {
            if (startsAt(text, at, end)) {
                return at;
            }
            at += skip[text[at + wanted.length - 1] & 0xFF];
        }
        return -1;
    }

    boolean startsAt(byte[] text, int at, int end) {
        return at + wanted.length <= end && Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
