package org.cameld360.simulator.inspect;

import java.io.IOException;
import java.util.Optional;

/** Pictures, by their headers. */
final class Pictures {

    private static final String PNG = "\u0089PNG\r\n\u001A\n";
    private static final int STICKER_SIDE = 512;

    /** A JPEG's headers end long before. */
    private static final int MAX_SEGMENTS = 1_000;

    private Pictures() {}

    /** A JPEG or PNG of at most 8 bits for each colour; whichever of the two was declared. */
    static boolean isImage(Bytes bytes) throws IOException {
        if (bytes.has(0, PNG)) {
            return bytes.has(12, "IHDR") && bytes.u32(16) > 0 && bytes.u32(20) > 0 && bytes.u8(24) <= 8;
        }
        return bytes.has(0, "\u00FF\u00D8\u00FF") && isPlainFrame(bytes);
    }

    static Optional<String> stickerProblem(Bytes bytes) throws IOException {
        if (!bytes.has(0, "RIFF") || !bytes.has(8, "WEBP")) {
            return Optional.of(Wording.INVALID_IMAGE);
        }
        int width;
        int height;
        switch (bytes.ascii(12, 4)) {
            case "VP8X" -> {
                width = bytes.u24le(24) + 1;
                height = bytes.u24le(27) + 1;
            }
            case "VP8L" -> {
                // 14 bits each, behind a signature byte.
                long bits = bytes.u24le(21) | (long) bytes.u8(24) << 24;
                width = (int) (bits & 0x3FFF) + 1;
                height = (int) (bits >> 14 & 0x3FFF) + 1;
            }
            case "VP8 " -> {
                width = bytes.u24le(26) & 0x3FFF;
                height = bytes.u24le(28) & 0x3FFF;
            }
            default -> {
                return Optional.of(Wording.INVALID_IMAGE);
            }
        }
        return width == STICKER_SIDE && height == STICKER_SIDE
                ? Optional.empty()
                : Optional.of(Wording.stickerSize(width, height));
    }

    /** The first frame header of a JPEG (ITU T.81, B.2.2) has 8 bits, and one colour or three. */
    private static boolean isPlainFrame(Bytes bytes) throws IOException {
        long at = 2;
        for (int i = 0; i < MAX_SEGMENTS && at + 10 <= bytes.size() && bytes.u8(at) == 0xFF; i++) {
            int marker = bytes.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                int components = bytes.u8(at + 9);
                return bytes.u8(at + 4) == 8
                        && bytes.u16(at + 5) > 0
                        && bytes.u16(at + 7) > 0
                        && (components == 1 || components == 3);
            }
            at += 2 + bytes.u16(at + 2);
        }
        return false;
    }
}
