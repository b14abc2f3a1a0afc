package org.cameld360.simulator.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Random access to a file of unknown content: what is not there reads as zeros. */
final class Bytes {

    private final FileChannel file;
    private final long size;

    Bytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    long size() {
        return size;
    }

    byte[] read(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        int read = 0;
        while (at >= 0 && read >= 0 && buffer.hasRemaining()) {
            read = file.read(buffer, at + buffer.position());
        }
        return buffer.array();
    }

    int u8(long at) throws IOException {
        return read(at, 1)[0] & 0xFF;
    }

    int u16(long at) throws IOException {
        return ByteBuffer.wrap(read(at, 2)).getShort() & 0xFFFF;
    }

    long u32(long at) throws IOException {
        return ByteBuffer.wrap(read(at, 4)).getInt() & 0xFFFF_FFFFL;
    }

    long u64(long at) throws IOException {
        return ByteBuffer.wrap(read(at, 8)).getLong();
    }

    /** Little endian, three bytes. */
    int u24le(long at) throws IOException {
        byte[] bytes = read(at, 3);
        return (bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF) << 16;
    }

    String ascii(long at, int length) throws IOException {
        return new String(read(at, length), StandardCharsets.ISO_8859_1);
    }

    boolean has(long at, String ascii) throws IOException {
        return ascii(at, ascii.length()).equals(ascii);
    }
}
