package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/** A file, through a buffer of 64 kB as the component has it; HttpCore's own producer has 8 kB. */
final class FileProducer implements AsyncEntityProducer {

    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final ContentType type;
    private final long length;
    private @Nullable FileChannel channel;
    private @Nullable ByteBuffer buffer;

    FileProducer(Path file, ContentType type) throws IOException {
        this.file = file;
        this.type = type;
        this.length = Files.size(file);
    }

    @Override
    public void produce(DataStreamChannel out) throws IOException {
        FileChannel in = channel;
        ByteBuffer bytes = buffer;
        if (in == null || bytes == null) {
            in = FileChannel.open(file);
            bytes = ByteBuffer.allocate((int) Math.min(BUFFER, length)).limit(0);
            channel = in;
            buffer = bytes;
        }
        while (true) {
            if (!bytes.hasRemaining()) {
                bytes.clear();
                if (in.read(bytes) < 0) {
                    releaseResources();
                    out.endStream();
                    return;
                }
                bytes.flip();
            }
            out.write(bytes);
            if (bytes.hasRemaining()) {
                out.requestOutput();
                return;
            }
        }
    }

    @Override
    public int available() {
        return Integer.MAX_VALUE;
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
        return length;
    }

    @Override
    public String getContentType() {
        return type.toString();
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
    public void releaseResources() {
        FileChannel open = channel;
        channel = null;
        buffer = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it was opened for reading only: nothing is lost
            }
        }
    }
}
