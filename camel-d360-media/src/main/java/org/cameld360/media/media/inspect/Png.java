package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.util.zip.CRC32;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** PNG (third edition, which has animation): the header, and the chunks before the pixels. */
final class Png {

    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final int END = 12;

    /** Of a picture with something behind its end, so many are looked at in search of it. */
    private static final int CHUNKS = 1_000;

    private Png() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!view.has(0, "\u0089PNG\r\n\u001A\n")) {
            return false;
        }
        findings.contentType("image/png");
        if (!view.has(SIGNATURE, "\0\0\0\rIHDR")) {
            throw view.length() < SIGNATURE + 8
                    ? Broken.cutOff()
                    : new Broken("damaged: it doesn't begin with its header");
        }
        Picture still = header(view);
        findings.picture(still);
        chunks(view, still, findings);
        return true;
    }

    private static Picture header(View view) throws IOException {
        long at = SIGNATURE + 8;
        CRC32 crc = new CRC32();
        crc.update(view.bytes(at - 4, 4 + HEADER));
        if (crc.getValue() != view.u32(at + HEADER)) {
            throw new Broken("damaged: the checksum of its header is wrong");
        }
        long width = view.u32(at);
        long height = view.u32(at + 4);
        if (width == 0 || height == 0 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new Broken("damaged: its header gives it an impossible size");
        }
        return new Picture((int) width, (int) height, view.u8(at + 8), colour(view.u8(at + 9)), false);
    }

    private static Colour colour(int type) {
        return switch (type) {
            case 0 -> Colour.GREY;
            case 2 -> Colour.RGB;
            case 3 -> Colour.PALETTE;
            case 4 -> Colour.GREY_ALPHA;
            case 6 -> Colour.RGBA;
            default -> Colour.UNKNOWN;
        };
    }

    /** Up to the pixels; and up to the end only where the last bytes are not the mark of the end. */
    private static void chunks(View view, Picture still, Findings findings) throws IOException {
        boolean ends = view.has(view.length() - END + 4, "IEND");
        boolean pixels = false;
        long at = SIGNATURE + HEADER + END;
        for (int i = 0; !pixels || (!ends && i < CHUNKS); i++) {
            view.step();
            long size = view.u32(at);
            String type = view.latin1(at + 4, 4);
            if (type.equals("IEND")) {
                break;
            }
            if (type.equals("acTL") && !pixels) {
                findings.picture(animated(still, view.u32(at + 8) > 1));
            }
            pixels |= type.equals("IDAT");
            at += size + END;
            if (at > view.length()) {
                throw new Broken("cut off: the end of the picture is missing");
            }
        }
        if (!pixels) {
            throw new Broken("damaged: it holds no picture");
        }
    }

    private static Picture animated(Picture still, boolean frames) {
        return new Picture(still.width(), still.height(), still.bitDepth(), still.colour(), frames);
    }
}
