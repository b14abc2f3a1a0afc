package org.cameld360.simulator.inspect;

import java.io.IOException;

/** Sound without pictures, by its first bytes. */
final class Sounds {

    private static final int PAGE_HEADER = 27;

    private Sounds() {}

    /** The first page of an Ogg stream holds Opus' head, and nothing else (RFC 7845, section 3). */
    static boolean isOpus(Bytes bytes) throws IOException {
        return bytes.has(0, "OggS") && bytes.has(packet(bytes), "OpusHead");
    }

    static int opusChannels(Bytes bytes) throws IOException {
        return bytes.u8(packet(bytes) + 9);
    }

    static boolean isMp3(Bytes bytes) throws IOException {
        return bytes.has(0, "ID3") || (bytes.u8(0) == 0xFF && (bytes.u8(1) & 0xE0) == 0xE0 && layer(bytes) != 0);
    }

    static boolean isAdts(Bytes bytes) throws IOException {
        return bytes.u8(0) == 0xFF && (bytes.u8(1) & 0xF0) == 0xF0 && layer(bytes) == 0;
    }

    /** Narrow-band only. */
    static boolean isAmr(Bytes bytes) throws IOException {
        return bytes.has(0, "#!AMR\n");
    }

    private static int layer(Bytes bytes) throws IOException {
        return bytes.u8(1) & 0x06;
    }

    private static long packet(Bytes bytes) throws IOException {
        return PAGE_HEADER + (long) bytes.u8(PAGE_HEADER - 1);
    }
}
