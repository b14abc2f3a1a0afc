package org.cameld360.media.client;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Buffers of 64 kB, used over and over: a new one for each upload would be most of what an upload allocates. */
final class Buffers {

    /** HttpCore's own file producer reads 8 kB at a time, which halves the throughput. */
    static final int SIZE = 64 * 1024;

    /** 4 MB in all; who finds none is given a new one. */
    private static final int KEPT = 64;

    private final BlockingQueue<ByteBuffer> idle = new ArrayBlockingQueue<>(KEPT);

    /** An empty buffer, to be given back once nothing of it is needed any more. */
    ByteBuffer lend() {
        ByteBuffer buffer = idle.poll();
        return buffer == null ? ByteBuffer.allocate(SIZE) : buffer.clear();
    }

    void takeBack(ByteBuffer buffer) {
        // a full queue has enough of them
        var unused = idle.offer(buffer);
    }
}
