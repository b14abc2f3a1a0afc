package org.cameld360.media.media.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Random access to the bytes of a medium, within a budget. It holds one small window in memory, reads little where it jumps to and
 * more where it reads on, and ends every reading that would look at too much.
 */
final class View {

    /** The most that is read of a medium. */
    static final int MOST_BYTES = 1_000_000;

    /** The most boxes, chunks, pages and the like that are looked at. */
    static final int MOST_STEPS = 10_000;

    static final int HEAD = 4_096;
    private static final int JUMP = 512;
    private static final int WINDOW = 16_384;

    private final SeekableByteChannel channel;
    private final long length;
    private byte[] window;
    private long start;
    private int filled;
    private int bytesRead;
    private int steps;
    private boolean spent;

    View(SeekableByteChannel channel, long length) {
        this.channel = channel;
        this.length = length;
        this.window = new byte[(int) Math.min(length, HEAD)];
    }

    long length() {
        return length;
    }

    int bytesRead() {
        return bytesRead;
    }

    /** Whether a reading ended because as much was read as may be. */
    boolean isSpent() {
        return spent;
    }

    /** Whether a reading ended because as many parts were looked at as may be. */
    boolean isSteppedThrough() {
        return steps > MOST_STEPS;
    }

    /** To be called for each part that is looked at. */
    void step() throws Broken {
        if (++steps > MOST_STEPS) {
            throw Broken.tooIntricate();
        }
    }

    int u8(long at) throws IOException {
        if (at < start || at >= start + filled) {
            load(at);
        }
        return window[(int) (at - start)] & 0xFF;
    }

    int u16(long at) throws IOException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws IOException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Beyond 2^63 it is negative. */
    long i64(long at) throws IOException {
        return u32(at) << 32 | u32(at + 4);
    }

    int u16le(long at) throws IOException {
        return u8(at) | u8(at + 1) << 8;
    }

    long u32le(long at) throws IOException {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    /** Beyond 2^63 it is negative. */
    long i64le(long at) throws IOException {
        return u32le(at) | u32le(at + 4) << 32;
    }

    /** A char a byte. */
    String latin1(long at, int count) throws IOException {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    /** Whether these bytes, a char each, stand there. Nothing stands behind the end. */
    boolean has(long at, String latin1) throws IOException {
        if (at < 0 || at > length - latin1.length()) {
            return false;
        }
        for (int i = 0; i < latin1.length(); i++) {
            if (u8(at + i) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at > length - count) {
            throw Broken.cutOff();
        }
        byte[] bytes = new byte[count];
        if (at >= start && at + count <= start + filled) {
            System.arraycopy(window, (int) (at - start), bytes, 0, count);
        } else if (count <= JUMP) {
            for (int i = 0; i < count; i++) {
                bytes[i] = (byte) u8(at + i);
            }
        } else {
            fill(at, bytes, count);
        }
        return bytes;
    }

    /** Where these bytes, a char each, stand last within a stretch; -1 where they don't. */
    long lastIndexOf(String latin1, long from, long to) throws IOException {
        for (long end = to; end > from; end -= HEAD) {
            long begin = Math.max(from, end - HEAD);
            String chunk = latin1(begin, (int) (Math.min(to, end + latin1.length() - 1) - begin));
            int index = chunk.lastIndexOf(latin1);
            if (index >= 0) {
                return begin + index;
            }
        }
        return -1;
    }

    /** Behind so many bytes; as far off as can be where headers make that a nonsense. */
    static long behind(long at, long size) {
        return size < 0 || at > Long.MAX_VALUE - size ? Long.MAX_VALUE : at + size;
    }

    private void load(long at) throws IOException {
        if (at < 0 || at >= length) {
            throw Broken.cutOff();
        }
        boolean onwards = at == start + filled;
        int size = bytesRead == 0 ? HEAD : onwards ? Math.max(JUMP, 2 * filled) : JUMP;
        filled = 0;
        start = at;
        int count = (int) Math.min(Math.min(size, WINDOW), length - at);
        if (count > window.length) { // most media are known by their head
            window = new byte[(int) Math.min(length, WINDOW)];
        }
        filled = fill(at, window, count);
    }

    private int fill(long at, byte[] target, int count) throws IOException {
        if (bytesRead > MOST_BYTES - count) {
            spent = true;
            throw Broken.tooIntricate();
        }
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, count);
        channel.position(at);
        int got;
        do {
            got = channel.read(buffer);
        } while (got >= 0 && buffer.hasRemaining());
        bytesRead += buffer.position();
        if (buffer.hasRemaining()) { // it was longer a moment ago
            throw Broken.cutOff();
        }
        return count;
    }
}
