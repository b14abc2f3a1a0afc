package org.cameld360.simulator.server;

import java.io.ByteArrayInputStream;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletInputStream;

/** Bytes as the body of a request. */
final class BytesInputStream extends ServletInputStream {

    private final byte[] bytes;
    private final ByteArrayInputStream in;

    BytesInputStream(byte[] bytes) {
        this.bytes = bytes;
        this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return in.read(target, offset, length);
    }

    /** Hands the array itself out where nothing was read yet: bodies are large, and this is how WireMock reads them. */
    @Override
    public byte[] readAllBytes() {
        if (in.available() < bytes.length) {
            return in.readAllBytes();
        }
        in.skip(bytes.length);
        return bytes;
    }

    @Override
    public boolean isFinished() {
        return in.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
    }
}
