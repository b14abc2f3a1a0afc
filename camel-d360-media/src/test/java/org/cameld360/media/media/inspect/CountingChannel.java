package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Counts what is read of another channel. */
final class CountingChannel implements SeekableByteChannel {

    private final SeekableByteChannel channel;
    private long bytes;
    private int reads;

    CountingChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    long bytes() {
        return bytes;
    }

    int reads() {
        return reads;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = channel.read(target);
        reads++;
        bytes += Math.max(count, 0);
        return count;
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
