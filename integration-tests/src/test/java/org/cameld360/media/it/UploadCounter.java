package org.cameld360.media.it;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Takes raw uploads of v1 of any size as fast as they come, and keeps nothing of them but how many there were and how long. */
final class UploadCounter extends LoopbackServer {

    private static final String LENGTH = "content-length:";
    private static final byte[] ANSWER =
            ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 57\r\n\r\n"
                            + "{\"media\":[{\"id\":\"f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68\"}]}")
                    .getBytes(StandardCharsets.US_ASCII);

    private final AtomicLong uploads = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    UploadCounter() throws IOException {
        listen();
    }

    long uploads() {
        return uploads.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    void serve(InputStream in, OutputStream out) throws IOException {
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            long length = 0;
            for (; !line.isEmpty(); line = line(in)) {
                if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                    length = Long.parseLong(line.substring(LENGTH.length()).trim());
                }
            }
            in.skipNBytes(length);
            bytes.addAndGet(length);
            uploads.incrementAndGet();
            out.write(ANSWER);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
