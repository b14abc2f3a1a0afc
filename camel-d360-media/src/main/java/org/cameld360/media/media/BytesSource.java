package org.cameld360.media.media;

import java.nio.channels.SeekableByteChannel;
import org.cameld360.media.MediaRejectedException;

/** A medium that is in memory already. */
public final class BytesSource implements MediaSource {

    private final byte[] bytes;

    private BytesSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The array itself, not a copy.
     *
     * @throws MediaRejectedException where it is empty
     */
    public static BytesSource of(byte[] bytes) {
        if (bytes.length == 0) {
            throw Rejections.empty("the body has 0 bytes");
        }
        return new BytesSource(bytes);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel open() {
        return new ArrayChannel(bytes);
    }

    @Override
    public void ensureUnchanged() {
        // nobody else holds on to the array while the exchange is in flight
    }

    @Override
    public String toString() {
        return bytes.length + " bytes in memory";
    }
}
