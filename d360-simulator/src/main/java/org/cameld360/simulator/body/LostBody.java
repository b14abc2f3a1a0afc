package org.cameld360.simulator.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A body that came, and could not be kept: whoever wants its bytes is told why there are none. */
public final class LostBody implements Body {

    private final long size;
    private final IOException reason;

    public LostBody(long size, IOException reason) {
        this.size = size;
        this.reason = reason;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        throw new UncheckedIOException(reason);
    }

    @Override
    public Body slice(long from, long to) {
        throw new UncheckedIOException(reason);
    }

    @Override
    public long indexOf(Bytes wanted, long start) {
        throw new UncheckedIOException(reason);
    }

    @Override
    public boolean startsAt(Bytes wanted, long at) {
        throw new UncheckedIOException(reason);
    }

    @Override
    public byte[] bytes() {
        throw new UncheckedIOException(reason);
    }
}
