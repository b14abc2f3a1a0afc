package org.cameld360.media.media;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of a medium. Each source knows its length and can be opened as often as a retry needs; what can't be opened
 * again is spooled first (see {@link MediaSpool}).
 */
public sealed interface MediaSource permits FileSource, BytesSource {

    /** In bytes, exact, at least 1. */
    long length();

    /** A new channel from the first byte on. */
    SeekableByteChannel open() throws IOException;

    /**
     * Fails where the content is no longer what {@link #length()} was taken from.
     *
     * @throws IOException says what has changed
     */
    void ensureUnchanged() throws IOException;
}
