package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The elementary stream descriptor (ISO/IEC 14496-1, section 7.2.6.5): which of the codecs behind {@code mp4a} and {@code mp4v} it
 * is.
 *
 * @param objectType what the stream is, by the registry of object types (mp4ra.org)
 * @param audioObjectType of AAC and its kin (ISO/IEC 14496-3, table 1.17); 0 where it isn't told
 * @param channels 0 where it isn't told
 */
record Esds(int objectType, int audioObjectType, int channels) {

    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SPECIFIC = 5;
    private static final int LONGEST_LENGTH = 4;

    static @Nullable Esds in(@Nullable Box box) throws IOException {
        if (box == null) {
            return null;
        }
        View view = box.view();
        long at = box.content() + 4;
        if (view.u8(at) != STREAM) {
            return null;
        }
        at = content(view, at);
        int flags = view.u8(at + 2);
        at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        at += (flags & 0x40) != 0 ? 1 + view.u8(at) : 0;
        if (view.u8(at) != DECODER) {
            return null;
        }
        at = content(view, at);
        int objectType = view.u8(at);
        at += 13;
        return at < box.end() && view.u8(at) == SPECIFIC
                ? specific(view, content(view, at), objectType)
                : new Esds(objectType, 0, 0);
    }

    String audioCodec() {
        return switch (objectType) {
            case 0x40 -> mpeg4AudioCodec();
            case 0x66, 0x67, 0x68 -> "aac";
            case 0x69, 0x6B -> "mp3";
            case 0xA5 -> "ac3";
            case 0xA6 -> "eac3";
            case 0xA9 -> "dts";
            case 0xAD -> "opus";
            case 0xDD -> "vorbis";
            case 0xE1 -> "qcelp";
            default -> "unknown:mp4a." + Integer.toHexString(objectType);
        };
    }

    String videoCodec() {
        return switch (objectType) {
            case 0x20 -> "mpeg4";
            case 0x21 -> "h264";
            case 0x23 -> "hevc";
            case 0x60, 0x61, 0x62, 0x63, 0x64, 0x65 -> "mpeg2";
            case 0x6A -> "mpeg1";
            case 0x6C -> "mjpeg";
            default -> "unknown:mp4v." + Integer.toHexString(objectType);
        };
    }

    private String mpeg4AudioCodec() {
        return switch (audioObjectType) {
            case 32 -> "mp1";
            case 33 -> "mp2";
            case 34 -> "mp3";
            case 36 -> "als";
            case 42 -> "usac";
            default -> "aac";
        };
    }

    /** Five bits of object type, four of sampling rate, four of channels; the first two can be longer. */
    private static Esds specific(View view, long at, int objectType) throws IOException {
        long bits = view.u32(at) << 24 | (long) view.u16(at + 4) << 8 | view.u8(at + 6);
        int used = 5;
        int audioObjectType = bits(bits, 0, 5);
        if (audioObjectType == 31) {
            audioObjectType = 32 + bits(bits, 5, 6);
            used = 11;
        }
        used += bits(bits, used, 4) == 15 ? 28 : 4;
        int configuration = bits(bits, used, 4);
        return new Esds(objectType, audioObjectType, configuration == 7 ? 8 : configuration < 7 ? configuration : 0);
    }

    private static int bits(long fiftySix, int from, int count) {
        return (int) (fiftySix >> (56 - from - count)) & ((1 << count) - 1);
    }

    /** A length takes one to four bytes, of seven bits each. */
    private static long content(View view, long descriptor) throws IOException {
        int bytes = 1;
        while (bytes < LONGEST_LENGTH && (view.u8(descriptor + bytes) & 0x80) != 0) {
            bytes++;
        }
        return descriptor + 1 + bytes;
    }
}
