package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** TIFF 6.0: the fields of the first image. Of BigTIFF only the name is told. */
final class Tiff {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;

    private final View view;
    private final boolean little;
    private int width;
    private int height;
    private int bits = 1;
    private int photometric = -1;
    private int samples = 1;

    private Tiff(View view, boolean little) {
        this.view = view;
        this.little = little;
    }

    static boolean read(View view, Findings findings) throws IOException {
        boolean little = view.has(0, "II*\0") || view.has(0, "II+\0");
        if (!little && !view.has(0, "MM\0*") && !view.has(0, "MM\0+")) {
            return false;
        }
        findings.contentType("image/tiff");
        if (view.has(2, "*") || view.has(3, "*")) {
            Tiff tiff = new Tiff(view, little);
            tiff.fields(tiff.u32(4));
            findings.picture(new Picture(tiff.width, tiff.height, tiff.bits, tiff.colour(), false));
        }
        return true;
    }

    private void fields(long directory) throws IOException {
        int count = u16(directory);
        for (int i = 0; i < count; i++) {
            view.step();
            long field = directory + 2 + i * 12L;
            switch (u16(field)) {
                case WIDTH -> width = value(field);
                case HEIGHT -> height = value(field);
                case BITS -> bits = first(field);
                case PHOTOMETRIC -> photometric = value(field);
                case SAMPLES -> samples = value(field);
                default -> {}
            }
        }
    }

    private Colour colour() {
        return switch (photometric) {
            case 0, 1 -> samples > 1 ? Colour.GREY_ALPHA : Colour.GREY;
            case 2 -> samples > 3 ? Colour.RGBA : Colour.RGB;
            case 3 -> Colour.PALETTE;
            case 5 -> Colour.CMYK;
            case 6, 8 -> Colour.RGB;
            default -> Colour.UNKNOWN;
        };
    }

    /** Shorts stand at the beginning of the four bytes. */
    private int value(long field) throws IOException {
        boolean isShort = u16(field + 2) == 3;
        return isShort ? u16(field + 8) : (int) Math.min(u32(field + 8), Integer.MAX_VALUE);
    }

    /** There are as many numbers of bits as samples; from the third on they stand elsewhere. */
    private int first(long field) throws IOException {
        return u32(field + 4) > 2 ? u16(u32(field + 8)) : value(field);
    }

    private int u16(long at) throws IOException {
        return little ? view.u16le(at) : view.u16(at);
    }

    private long u32(long at) throws IOException {
        return little ? view.u32le(at) : view.u32(at);
    }
}
