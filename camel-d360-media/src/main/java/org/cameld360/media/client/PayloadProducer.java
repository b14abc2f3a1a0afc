package org.cameld360.media.client;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.cameld360.media.media.Digests;
import org.cameld360.media.media.SourceChangedException;
import org.jspecify.annotations.Nullable;

/**
 * Sends a payload with its exact length, one buffer at a time, and hashes the source on its way. Used for one attempt.
 *
 * <p>The last buffer leaves only when the source is still what its length was taken from, so that a file that changes
 * while it is being sent never arrives as a whole.
 */
final class PayloadProducer implements AsyncEntityProducer, Closeable {

    /** So that one fast connection does not keep an I/O thread from the others. */
    private static final int BUFFERS_PER_TURN = 8;

    private final MediaPayload payload;
    private final Buffers buffers;
    private final Runnable onProgress;
    private final Runnable onEnd;
    private final MessageDigest digest = Digests.sha256();
    private ByteBuffer buffer;
    private @Nullable ByteBuffer lent;
    private @Nullable ReadableByteChannel channel;
    private long sourceRemaining;
    private boolean tailTaken;
    private boolean released;
    private volatile @Nullable String sha256;

    /**
     * @param buffers lends one while the source is sent
     * @param onProgress called whenever the network has taken some
     * @param onEnd called once the last byte was handed over
     */
    PayloadProducer(MediaPayload payload, Buffers buffers, Runnable onProgress, Runnable onEnd) {
        this.payload = payload;
        this.buffers = buffers;
        this.onProgress = onProgress;
        this.onEnd = onEnd;
        this.buffer = ByteBuffer.wrap(payload.before());
        this.sourceRemaining = payload.source().length();
    }

    /** Of the source, hex; {@code null} before its end was sent. */
    @Nullable
    String sha256() {
        return sha256;
    }

    @Override
    public void produce(DataStreamChannel out) throws IOException {
        if (write(out)) {
            onEnd.run();
            out.endStream();
        } else {
            out.requestOutput();
        }
    }

    /** Whether that was the end. */
    private synchronized boolean write(DataStreamChannel out) throws IOException {
        for (int turn = 0; turn < BUFFERS_PER_TURN; turn++) {
            if (released) {
                throw new ConnectionClosedException("the request ended before all of it was sent");
            }
            if (!buffer.hasRemaining() && !refill()) {
                sha256 = HexFormat.of().formatHex(digest.digest());
                return true;
            }
            if (out.write(buffer) > 0) {
                onProgress.run();
            }
            if (buffer.hasRemaining()) {
                break;
            }
        }
        return false;
    }

    private boolean refill() throws IOException {
        if (sourceRemaining > 0) {
            readSource();
            return true;
        }
        close();
        if (!tailTaken) {
            tailTaken = true;
            buffer = ByteBuffer.wrap(payload.after());
        }
        return buffer.hasRemaining();
    }

    private void readSource() throws IOException {
        ReadableByteChannel in = channel;
        if (in == null) {
            in = payload.source().open();
            channel = in;
            buffer = buffers.lend();
            lent = buffer;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), sourceRemaining));
        while (buffer.hasRemaining()) {
            if (read(in) < 0) {
                payload.source().ensureUnchanged();
                throw new SourceChangedException("the source ended " + sourceRemaining + " bytes early");
            }
        }
        buffer.flip();
        digest.update(buffer.duplicate());
        sourceRemaining -= buffer.remaining();
        if (sourceRemaining == 0) {
            payload.source().ensureUnchanged();
        }
    }

    private int read(ReadableByteChannel in) throws IOException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw LocalFiles.failure("the source", e);
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        releaseResources();
    }

    @Override
    public long getContentLength() {
        return payload.length();
    }

    @Override
    public String getContentType() {
        return payload.contentType();
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return false;
    }

    @Override
    public Set<String> getTrailerNames() {
        return Set.of();
    }

    @Override
    public int available() {
        return Integer.MAX_VALUE;
    }

    @Override
    public synchronized void close() throws IOException {
        ReadableByteChannel open = channel;
        channel = null;
        ByteBuffer borrowed = lent;
        lent = null;
        if (borrowed != null) {
            buffer = ByteBuffer.allocate(0);
            buffers.takeBack(borrowed);
        }
        if (open != null) {
            open.close();
        }
    }

    /** The source is closed, and nothing more is read from it. */
    @Override
    public synchronized void releaseResources() {
        released = true;
        try {
            close();
        } catch (IOException e) {
            // it was opened for reading only: nothing is lost
        }
    }
}
