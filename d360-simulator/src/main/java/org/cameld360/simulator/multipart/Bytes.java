package org.cameld360.simulator.multipart;

import java.util.Arrays;

/** Finds bytes in bytes, skipping ahead by the last byte seen (Horspool), as uploads are large and delimiters are long. */
final class Bytes {

    private final byte[] wanted;
    private final int[] skip = new int[256];

    Bytes(byte[] wanted) {
        this.wanted = wanted.clone();
        Arrays.fill(skip, wanted.length);
        for (int i = 0; i < wanted.length - 1; i++) {
            skip[wanted[i] & 0xFF] = wanted.length - 1 - i;
        }
    }

    int length() {
        return wanted.length;
    }

    /** The first index at or after the start, or -1. */
    int indexIn(byte[] text, int start) {
        int at = start;
        while (at <= text.length - wanted.length) {
            if (startsAt(text, at)) {
                return at;
            }
            at += skip[text[at + wanted.length - 1] & 0xFF];
        }
        return -1;
    }

    boolean startsAt(byte[] text, int at) {
        int end = at + wanted.length;
        return end <= text.length && Arrays.equals(text, at, end, wanted, 0, wanted.length);
    }
}
