package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The header of a frame of MPEG audio, layers II and III (ISO/IEC 11172-3 and 13818-3). Layer I is never sent, and the byte order mark
 * of UTF-16 would pass for it.
 *
 * @param version 3 for MPEG-1, 2 for MPEG-2, 0 for MPEG-2.5
 * @param layer 2 or 3
 * @param length of the whole frame, in bytes
 * @param samples for each channel
 */
record MpegFrame(int version, int layer, int sampleRate, int channels, int length, int samples) {

    private static final int MPEG1 = 3;
    private static final int RESERVED = 1;
    private static final int[] KBITS_LAYER2 = {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] KBITS_LAYER3 = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_MPEG2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** The frame there, or {@code null} where there is none of which the length is told. */
    static @Nullable MpegFrame at(View view, long at) throws IOException {
        if (at > view.length() - 4 || view.u8(at) != 0xFF || view.u8(at + 1) < 0xE0) {
            return null;
        }
        int second = view.u8(at + 1);
        int version = second >> 3 & 3;
        int layer = 4 - (second >> 1 & 3);
        int third = view.u8(at + 2);
        int bitRate = third >> 4;
        int rate = third >> 2 & 3;
        int fourth = view.u8(at + 3);
        if (version == RESERVED || (layer != 2 && layer != 3) || bitRate == 0 || bitRate == 15 || rate == 3) {
            return null;
        }
        int[] kbits = version != MPEG1 ? KBITS_MPEG2 : layer == 2 ? KBITS_LAYER2 : KBITS_LAYER3;
        int sampleRate = RATES[rate] >> (version == MPEG1 ? 0 : version == 2 ? 1 : 2);
        int samples = layer == 3 && version != MPEG1 ? 576 : 1_152;
        int length = samples / 8 * kbits[bitRate - 1] * 1_000 / sampleRate + (third >> 1 & 1);
        return new MpegFrame(version, layer, sampleRate, fourth >> 6 == 3 ? 1 : 2, length, samples);
    }

    boolean continues(@Nullable MpegFrame next) {
        return next != null && next.version == version && next.layer == layer && next.sampleRate == sampleRate;
    }
}
