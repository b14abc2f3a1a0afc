package org.cameld360.benchmarks.sink;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads HTTP/1.1 requests off a connection and keeps their first line only. */
final class RequestReader {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    private String method = "";
    private String path = "";
    private long length;
    private boolean chunked;

    RequestReader(InputStream in) {
        this.in = in;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** Whether there was another request. */
    boolean readHead() throws IOException {
        String first = line();
        if (first == null) {
            return false;
        }
        String[] words = first.split(" ", 3);
        method = words[0];
        path = words[1];
        length = 0;
        chunked = false;
        for (String line = mandatoryLine(); !line.isEmpty(); line = mandatoryLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).trim());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.contains("chunked");
            }
        }
        return true;
    }

    void skipBody() throws IOException {
        if (!chunked) {
            skip(length);
            return;
        }
        long size;
        do {
            size = Long.parseLong(mandatoryLine().split(";", 2)[0].trim(), 16);
            skip(size);
            mandatoryLine();
        } while (size > 0);
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (position == limit && !fill()) {
                throw new EOFException();
            }
            int some = (int) Math.min(left, limit - position);
            position += some;
            left -= some;
        }
    }

    private String mandatoryLine() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        StringBuilder beginning = new StringBuilder();
        while (true) {
            for (int i = position; i < limit; i++) {
                if (buffer[i] == '\n') {
                    beginning.append(new String(buffer, position, i - position, StandardCharsets.ISO_8859_1));
                    position = i + 1;
                    int end = beginning.length();
                    return end > 0 && beginning.charAt(end - 1) == '\r'
                            ? beginning.substring(0, end - 1)
                            : beginning.toString();
                }
            }
            beginning.append(new String(buffer, position, limit - position, StandardCharsets.ISO_8859_1));
            position = limit;
            if (!fill()) {
                return null;
            }
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
