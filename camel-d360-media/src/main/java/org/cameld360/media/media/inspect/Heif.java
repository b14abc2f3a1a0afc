package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;

/** The properties of HEIC and AVIF images (ISO/IEC 23008-12): the largest of the sizes, as others are those of tiles and previews. */
final class Heif {

    private static final int VERSION = 4;

    private Heif() {}

    static Picture picture(Box meta, boolean sequence) throws IOException {
        int width = 0;
        int height = 0;
        int bits = 0;
        Box properties = meta.child("iprp", VERSION);
        Box container = properties == null ? null : properties.child("ipco", 0);
        for (Box box = container == null ? null : container.first(0); box != null; box = box.next()) {
            View view = box.view();
            if (box.type().equals("pixi")) {
                bits = Math.max(bits, view.u8(box.content() + VERSION + 1));
            } else if (box.type().equals("ispe")) {
                long itsWidth = view.u32(box.content() + VERSION);
                long itsHeight = view.u32(box.content() + VERSION + 4);
                if (itsWidth * itsHeight > (long) width * height && Math.max(itsWidth, itsHeight) <= 0xFFFFFF) {
                    width = (int) itsWidth;
                    height = (int) itsHeight;
                }
            }
        }
        return new Picture(width, height, bits, Colour.UNKNOWN, sequence);
    }
}
