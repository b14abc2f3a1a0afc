package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.Set;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** BMP. Two letters prove little, so the header behind them has to fit. */
final class Bmp {

    private static final int OLDEST_HEADER = 12;
    private static final Set<Long> HEADERS = Set.of(12L, 16L, 40L, 52L, 56L, 64L, 108L, 124L);

    private Bmp() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, "BM") || view.length() < 26 || !HEADERS.contains(view.u32le(14))) {
            return false;
        }
        boolean oldest = view.u32le(14) == OLDEST_HEADER;
        if (view.u16le(oldest ? 22 : 26) != 1) { // planes
            return false;
        }
        findings.contentType("image/bmp");
        int bits = view.u16le(oldest ? 24 : 28);
        int width = oldest ? view.u16le(18) : (int) view.u32le(18);
        int height = oldest ? view.u16le(20) : (int) view.u32le(22); // below 0 where the rows go down
        findings.picture(new Picture(
                size(width), size(height), bits > 8 ? 8 : bits, bits > 8 ? Colour.RGB : Colour.PALETTE, false));
        return true;
    }

    private static int size(int pixels) {
        return pixels == Integer.MIN_VALUE ? 0 : Math.abs(pixels);
    }
}
