package org.cameld360.media.media.inspect;

import java.io.IOException;

/** Reads one format. */
@FunctionalInterface
interface Format {

    /**
     * Adds what the headers tell.
     *
     * @return whether the content is of this format
     * @throws Broken where that can't be read to the end; the content is of this format if its type was named before
     * @throws IOException where the source can't be read
     */
    boolean read(View view, Findings findings) throws IOException;
}
