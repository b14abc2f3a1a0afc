package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An element of an EBML document (RFC 8794).
 *
 * @param end where it ends, as its header has it: possibly behind the end of the file, and as far off as can be where it doesn't
 *     say
 */
record Ebml(View view, long id, long content, long end, long limit) {

    /** The element there, or {@code null} where what is around it ends. */
    static @Nullable Ebml at(View view, long at, long limit) throws IOException {
        if (at >= Math.min(limit, view.length())) {
            return null;
        }
        view.step();
        int idBytes = bytes(view.u8(at));
        if (idBytes > 4) {
            throw new Broken("damaged: something else stands between its elements");
        }
        long id = number(view, at, idBytes);
        long sizeAt = at + idBytes;
        int sizeBytes = bytes(view.u8(sizeAt));
        if (sizeBytes > 8) {
            throw new Broken("damaged: one of its elements has an impossible size");
        }
        long mask = (1L << (7 * sizeBytes)) - 1;
        long size = number(view, sizeAt, sizeBytes) & mask;
        long content = sizeAt + sizeBytes;
        return new Ebml(view, id, content, size == mask ? Long.MAX_VALUE : View.behind(content, size), limit);
    }

    @Nullable
    Ebml first() throws IOException {
        return at(view, content, Math.min(end, limit));
    }

    @Nullable
    Ebml next() throws IOException {
        return at(view, end, limit);
    }

    boolean hasSize() {
        return end != Long.MAX_VALUE;
    }

    /** The unsigned number that it holds; as large as can be where it is too long for one. */
    long number() throws IOException {
        long size = end - content;
        long number = size > 8 ? -1 : number(view, content, (int) size);
        return number < 0 ? Long.MAX_VALUE : number;
    }

    double real() throws IOException {
        long size = end - content;
        if (size == 4) {
            return Float.intBitsToFloat((int) view.u32(content));
        }
        return size == 8 ? Double.longBitsToDouble(view.i64(content)) : 0;
    }

    String text() throws IOException {
        String text = view.latin1(content, (int) Math.min(end - content, 64));
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    /** As many as there are zeros before the first bit, and one. */
    private static int bytes(int first) {
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    private static long number(View view, long at, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | view.u8(at + i);
        }
        return number;
    }
}
