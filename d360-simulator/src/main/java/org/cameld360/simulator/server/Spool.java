package org.cameld360.simulator.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.body.FileBody;
import org.cameld360.simulator.body.LostBody;
import org.cameld360.simulator.media.MediaFolder;
import org.jspecify.annotations.Nullable;

/** Writes what is too large for memory to a file. Where that fails the rest is read all the same, so that the client gets to its answer. */
final class Spool implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private @Nullable Path file;
    private @Nullable OutputStream out;
    private @Nullable IOException failure;
    private long size;

    /** Stops reading once there is more than the limit. */
    Spool(MediaFolder folder, byte[] start, InputStream rest, long limit) throws IOException {
        try {
            file = folder.newIncoming();
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            failure = e;
        }
        write(start, start.length);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = rest.read(buffer); read >= 0 && size <= limit; read = rest.read(buffer)) {
                write(buffer, read);
            }
        } catch (IOException | RuntimeException e) {
            // The client has gone, or sends nonsense.
            close();
            throw e;
        }
        finish();
    }

    /** The bytes that were read, the start included. */
    long size() {
        return size;
    }

    Body body() {
        Path kept = file;
        if (failure != null || kept == null) {
            return new LostBody(size, failure == null ? new IOException("no file") : failure);
        }
        return new FileBody(kept, size);
    }

    @Override
    public void close() throws IOException {
        finish();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private void write(byte[] bytes, int length) {
        size += length;
        if (out == null || failure != null) {
            return;
        }
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            failure = e;
        }
    }

    private void finish() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        } finally {
            out = null;
        }
    }
}
