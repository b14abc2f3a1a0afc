package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** GIF: the canvas, and whether a second image follows the first. */
final class Gif {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;

    private Gif() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, "GIF87a") && !view.has(0, "GIF89a")) {
            return false;
        }
        findings.contentType("image/gif");
        findings.picture(picture(view, false));
        boolean repeats = view.has(13 + palette(view.u8(10)), "!\u00FF\u000BNETSCAPE2.0");
        try {
            findings.picture(picture(view, hasSecondImage(view)));
        } catch (Broken e) {
            findings.picture(picture(view, repeats));
            if (!view.isSpent()) { // an image may be larger than what is read of it
                throw e;
            }
        }
        return true;
    }

    private static boolean hasSecondImage(View view) throws IOException {
        int images = 0;
        long at = 13 + palette(view.u8(10));
        while (images < 2) {
            view.step();
            switch (view.u8(at)) {
                case EXTENSION -> at = behindBlocks(view, at + 2);
                case IMAGE -> {
                    images++;
                    at += 10;
                    at = images < 2 ? behindBlocks(view, at + palette(view.u8(at - 1)) + 1) : at;
                }
                case TRAILER -> {
                    return false;
                }
                default -> throw new Broken("damaged: something else stands between its images");
            }
        }
        return true;
    }

    private static Picture picture(View view, boolean animated) throws IOException {
        return new Picture(view.u16le(6), view.u16le(8), 8, Colour.PALETTE, animated);
    }

    private static long palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
    }

    private static long behindBlocks(View view, long from) throws IOException {
        long at = from;
        while (view.u8(at) != 0) {
            at += 1 + view.u8(at);
        }
        return at + 1;
    }
}
