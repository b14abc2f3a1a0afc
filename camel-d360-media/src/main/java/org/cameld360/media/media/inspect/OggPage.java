package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A page of an Ogg file (RFC 3533, section 6).
 *
 * @param content where its packets begin
 * @param end where they end: possibly behind the end of the file
 */
record OggPage(View view, long start, long content, long end) {

    static final String SIGN = "OggS";
    static final int LONGEST = 27 + 255 + 255 * 255;
    private static final int HEADER = 27;

    /** The page there, or {@code null} where there is none. */
    static @Nullable OggPage at(View view, long at) throws IOException {
        if (!view.has(at, SIGN)) {
            return null;
        }
        view.step();
        int segments = view.u8(at + HEADER - 1);
        long content = at + HEADER + segments;
        long end = content;
        for (int i = 0; i < segments; i++) {
            end += view.u8(at + HEADER + i);
        }
        return new OggPage(view, at, content, end);
    }

    /** Whether it is the first of its stream. */
    boolean isFirst() throws IOException {
        return (view.u8(start + 5) & 2) != 0;
    }

    /** The time at its end, in units of the codec; below 0 where no packet ends in it. */
    long position() throws IOException {
        return view.i64le(start + 6);
    }

    long stream() throws IOException {
        return view.u32le(start + 14);
    }

    boolean isIntact() throws IOException {
        byte[] bytes = view.bytes(start, (int) (end - start));
        int crc = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean ofChecksum = i >= 22 && i < 26;
            crc ^= (ofChecksum ? 0 : bytes[i] & 0xFF) << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc < 0 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
            }
        }
        return Integer.toUnsignedLong(crc) == view.u32le(start + 22);
    }
}
