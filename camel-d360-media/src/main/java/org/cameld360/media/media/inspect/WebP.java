package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** WebP: the first chunk tells the canvas, and the extended one whether it is animated (RFC 9649, section 2.7). */
final class WebP {

    private static final int ANIMATION = 0x02;
    private static final int ALPHA = 0x10;
    private static final int CHUNK = 20;

    private WebP() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!Riff.is(view, "WEBP")) {
            return false;
        }
        findings.contentType("image/webp");
        switch (view.latin1(12, 4)) {
            case "VP8X" -> findings.picture(extended(view));
            case "VP8L" -> findings.picture(lossless(view));
            case "VP8 " -> findings.picture(lossy(view));
            default -> throw new Broken("damaged: it doesn't begin with a picture");
        }
        if (Riff.isCutOff(view)) {
            throw new Broken("cut off: it is shorter than its header says");
        }
        return true;
    }

    private static Picture extended(View view) throws IOException {
        int flags = view.u8(CHUNK);
        return new Picture(
                1 + u24le(view, CHUNK + 4),
                1 + u24le(view, CHUNK + 7),
                8,
                (flags & ALPHA) != 0 ? Colour.RGBA : Colour.RGB,
                (flags & ANIMATION) != 0);
    }

    private static Picture lossless(View view) throws IOException {
        if (view.u8(CHUNK) != 0x2F) {
            throw new Broken("damaged: the header of its picture is wrong");
        }
        long bits = view.u32le(CHUNK + 1);
        int width = (int) (bits & 0x3FFF) + 1;
        int height = (int) (bits >> 14 & 0x3FFF) + 1;
        return new Picture(width, height, 8, (bits >> 28 & 1) != 0 ? Colour.RGBA : Colour.RGB, false);
    }

    private static Picture lossy(View view) throws IOException {
        if (view.u8(CHUNK + 3) != 0x9D || view.u16(CHUNK + 4) != 0x012A) {
            throw new Broken("damaged: the header of its picture is wrong");
        }
        int width = view.u16le(CHUNK + 6) & 0x3FFF;
        int height = view.u16le(CHUNK + 8) & 0x3FFF;
        return new Picture(width, height, 8, Colour.RGB, false);
    }

    private static int u24le(View view, long at) throws IOException {
        return view.u16le(at) | view.u8(at + 2) << 16;
    }
}
