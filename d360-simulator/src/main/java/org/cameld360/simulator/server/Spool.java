package org.cameld360.simulator.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what is too large for memory to a file. */
final class Spool {

    private static final int BUFFER = 64 * 1024;

    private Spool() {}

    /**
     * Stops reading once there is more than the limit.
     *
     * @return the bytes that were read, the start included
     */
    static long write(byte[] start, InputStream rest, Path file, long limit) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
            long size = start.length;
            byte[] buffer = new byte[BUFFER];
            for (int read = rest.read(buffer); read >= 0 && size <= limit; read = rest.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
            return size;
        }
    }
}
