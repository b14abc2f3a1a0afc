package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A box of an ISO base media file (ISO/IEC 14496-12, section 4.2).
 *
 * @param start where its header begins
 * @param content where what it holds begins
 * @param end where that ends, as its header has it; possibly behind the end of what is around it
 * @param limit where what is around it ends
 */
record Box(View view, String type, long start, long content, long end, long limit) {

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    /** The box there, or {@code null} where no header fits in. */
    static @Nullable Box at(View view, long at, long limit) throws IOException {
        if (at > Math.min(limit, view.length()) - HEADER) {
            return null;
        }
        view.step();
        long size = view.u32(at);
        String type = view.latin1(at + 4, 4);
        int header = HEADER;
        if (size == 1) {
            size = view.i64(at + HEADER);
            header = LONG_HEADER;
        } else if (size == 0) { // it reaches to the end
            size = limit - at;
        }
        if (size >= 0 && size < header) {
            throw new Broken("damaged: one of its boxes has the impossible size of " + size + " bytes");
        }
        return new Box(view, type, at, at + header, View.behind(at, size), limit);
    }

    /** The box behind this one, or {@code null} where this is the last. */
    @Nullable
    Box next() throws IOException {
        return at(view, end, limit);
    }

    /** The first of the boxes in this one, behind that many bytes of its content. */
    @Nullable
    Box first(int skipped) throws IOException {
        if (end > limit) {
            throw end > view.length()
                    ? Broken.cutOff()
                    : new Broken("damaged: one of its boxes is larger than the box around it");
        }
        return at(view, content + skipped, end);
    }

    /** The box of that type in this one, behind that many bytes of its content. */
    @Nullable
    Box child(String wanted, int skipped) throws IOException {
        for (Box box = first(skipped); box != null; box = box.next()) {
            if (box.type.equals(wanted)) {
                return box;
            }
        }
        return null;
    }

    /** The box at the end of that path in this one. */
    @Nullable
    Box descendant(String... path) throws IOException {
        Box box = this;
        for (String step : path) {
            box = box.child(step, 0);
            if (box == null) {
                return null;
            }
        }
        return box;
    }
}
