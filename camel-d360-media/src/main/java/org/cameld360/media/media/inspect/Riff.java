package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a RIFF file.
 *
 * @param content where what it holds begins
 * @param end where that ends, as its header has it; possibly behind the end of the file
 */
record Riff(View view, String type, long content, long end) {

    private static final int HEADER = 8;

    /** Whether it is a RIFF file of that form. */
    static boolean is(View view, String form) throws IOException {
        return (view.has(0, "RIFF") || view.has(0, "RF64")) && view.has(8, form);
    }

    /** The first chunk of a file; {@code null} where there is none. */
    static @Nullable Riff first(View view) throws IOException {
        return at(view, 12, view.length());
    }

    /** The first chunk in this list; {@code null} where there is none. */
    @Nullable
    Riff child() throws IOException {
        return at(view, content + 4, end);
    }

    /** The chunk behind this one; {@code null} where there is none. */
    @Nullable
    Riff next(long limit) throws IOException {
        return at(view, end + ((end - content) & 1), limit);
    }

    static @Nullable Riff at(View view, long at, long limit) throws IOException {
        if (at > Math.min(limit, view.length()) - HEADER) {
            return null;
        }
        view.step();
        long content = at + HEADER;
        return new Riff(view, view.latin1(at, 4), content, content + view.u32le(at + 4));
    }

    /** Whether the file is shorter than its header says; one byte is forgiven, as some writers forget to pad. */
    static boolean isCutOff(View view) throws IOException {
        long size = view.u32le(4);
        boolean streamed = size == 0 || size == 0xFFFFFFFFL;
        return !streamed && size + HEADER > view.length() + 1;
    }
}
