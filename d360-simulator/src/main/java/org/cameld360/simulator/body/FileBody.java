package org.cameld360.simulator.body;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** A body, or a part of one, in a file. Nothing of it is kept in memory. */
public final class FileBody implements Body {

    private static final int WINDOW = 128 * 1024;

    private final Path file;
    private final long from;
    private final long to;

    public FileBody(Path file, long size) {
        this(file, 0, size);
    }

    private FileBody(Path file, long from, long to) {
        this.file = file;
        this.from = from;
        this.to = to;
    }

    @Override
    public long size() {
        return to - from;
    }

    @Override
    public InputStream open() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(from);
            return new BufferedInputStream(new Bounded(Channels.newInputStream(channel), size()), WINDOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Body slice(long start, long end) {
        Objects.checkFromToIndex(start, end, size());
        return new FileBody(file, from + start, from + end);
    }

    @Override
    public long indexOf(Bytes wanted, long start) {
        byte[] window = new byte[WINDOW];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = from + start;
            while (to - at >= wanted.length()) {
                int read = read(channel, window, at);
                int index = wanted.indexIn(window, 0, read);
                if (index >= 0) {
                    return at + index - from;
                }
                // The wanted bytes may lie across the end of the window.
                at += read - wanted.length() + 1;
            }
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean startsAt(Bytes wanted, long at) {
        if (at + wanted.length() > size()) {
            return false;
        }
        byte[] start = slice(at, at + wanted.length()).bytes();
        return wanted.startsAt(start, 0, start.length);
    }

    @Override
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills the window from the file, as far as the body goes. */
    private int read(FileChannel channel, byte[] window, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(window, 0, (int) Math.min(window.length, to - at));
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("a body on disk is shorter than it was");
            }
        }
        return buffer.position();
    }

    /** Ends where the body does, which may be before the file does. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
