package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** JPEG (ITU-T T.81): segments up to the one that says how large the picture is, and the mark at the end. */
final class Jpeg {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    /** Cameras put short films behind a photo; the mark of the end stands before them, and within their bytes too. */
    private static final int TAIL = 512 * 1_024;

    private Jpeg() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, "\u00FF\u00D8\u00FF")) {
            return false;
        }
        findings.contentType("image/jpeg");
        long at = 2;
        while (true) {
            view.step();
            at = marker(view, at);
            int marker = view.u8(at++);
            if (marker == END_OF_IMAGE) {
                throw new Broken("damaged: it holds no picture");
            }
            if (standsAlone(marker)) {
                continue;
            }
            int size = view.u16(at);
            if (size < 2) {
                throw new Broken("damaged: one of its segments has an impossible size");
            }
            if (isFrame(marker)) {
                frame(view, at + 2, findings);
            }
            at += size;
            if (marker == START_OF_SCAN) {
                scan(view, at, findings);
                return true;
            }
        }
    }

    /** The next marker's second byte; readers skip what stands before a marker, and so is it done here. */
    private static long marker(View view, long from) throws IOException {
        long at = from;
        do {
            while (view.u8(at) != 0xFF) {
                at++;
            }
            while (view.u8(at) == 0xFF) {
                at++;
            }
        } while (view.u8(at) == 0);
        return at;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    /** SOF0 to SOF15; the numbers between them are those of tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static void frame(View view, long at, Findings findings) throws IOException {
        if (findings.picture() != null) {
            return;
        }
        Colour colour =
                switch (view.u8(at + 5)) {
                    case 1 -> Colour.GREY;
                    case 3 -> Colour.RGB;
                    case 4 -> Colour.CMYK;
                    default -> Colour.UNKNOWN;
                };
        if (view.u16(at + 3) == 0) { // the height may follow the pixels, and is 0 then
            throw new Broken("damaged: its header gives it an impossible size");
        }
        findings.picture(new Picture(view.u16(at + 3), view.u16(at + 1), view.u8(at), colour, false));
    }

    private static void scan(View view, long from, Findings findings) throws IOException {
        if (findings.picture() == null) {
            throw new Broken("damaged: its pixels come before its size");
        }
        long tail = Math.max(from, view.length() - TAIL);
        if (!view.has(view.length() - 2, "\u00FF\u00D9") && view.lastIndexOf("\u00FF\u00D9", tail, view.length()) < 0) {
            throw new Broken("cut off: the end of the picture is missing");
        }
    }
}
