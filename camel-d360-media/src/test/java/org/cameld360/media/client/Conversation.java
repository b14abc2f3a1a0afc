package org.cameld360.media.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request as a {@link ScriptedServer} sees it, and the means to answer it badly. */
public final class Conversation {

    /** As much as nobody should take. */
    public static final long TEN_GIGABYTES = 10_000_000_000L;

    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    /** A final one; interim answers are none. */
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([2-5][0-9]{2})");

    private final Socket socket;
    private final InputStream in;
    private final String requestLine;
    private final Map<String, String> headers;
    private final boolean firstOnConnection;
    private final CountDownLatch end;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final StringBuilder begun = new StringBuilder();
    private volatile long bodyRead;
    private volatile long written;
    private volatile int status;

    private Conversation(
            Socket socket,
            String requestLine,
            Map<String, String> headers,
            boolean firstOnConnection,
            CountDownLatch end)
            throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.requestLine = requestLine;
        this.headers = headers;
        this.firstOnConnection = firstOnConnection;
        this.end = end;
    }

    /**
     * The next request on a connection, or {@code null} where there is none.
     *
     * @param first whether it is the first on that connection
     * @param end counted down when the server is closed
     */
    static Conversation read(Socket socket, boolean first, CountDownLatch end) throws IOException {
        String requestLine = line(socket.getInputStream());
        if (requestLine == null) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(socket.getInputStream()); line != null && !line.isEmpty(); ) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            line = line(socket.getInputStream());
        }
        return new Conversation(socket, requestLine, headers, first, end);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    public String method() {
        return requestLine.split(" ")[0];
    }

    public String target() {
        return requestLine.split(" ")[1];
    }

    public String header(String name) {
        return headers.get(name);
    }

    public long announcedLength() {
        return Long.parseLong(headers.getOrDefault("Content-Length", "0"));
    }

    /** How many bytes of the body were read so far. */
    public long bodyRead() {
        return bodyRead;
    }

    public boolean isComplete() {
        return bodyRead == announcedLength();
    }

    public boolean isFirstOnConnection() {
        return firstOnConnection;
    }

    /** How many bytes of an answer the connection has taken so far. */
    public long written() {
        return written;
    }

    /** The status that was answered, or 0 where none was, or none that is final. */
    public int status() {
        return status;
    }

    /**
     * Whether a real service would have accepted a message with this request: all of it came, and nothing but a success
     * was answered, even if that answer got lost.
     */
    public boolean isAcceptedMessage() {
        return method().equals("POST")
                && target().endsWith("/messages")
                && isComplete()
                && (status == 0 || (status >= 200 && status < 300));
    }

    /** What was read of the body, the first 64 kB of it. */
    public String body() {
        return kept.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads so many bytes of the body, or fewer where it ends. */
    public Conversation readBody(long count) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long goal = Math.min(announcedLength(), bodyRead + count);
        while (bodyRead < goal) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, goal - bodyRead));
            if (read < 0) {
                throw new IOException("the client closed the connection");
            }
            if (kept.size() < 64 * 1024) {
                kept.write(buffer, 0, read);
            }
            bodyRead += read;
        }
        return this;
    }

    public Conversation readBody() throws IOException {
        return readBody(Long.MAX_VALUE / 2);
    }

    void skipBody() throws IOException {
        readBody();
    }

    /** Writes as it is. */
    public Conversation write(String raw) throws IOException {
        return write(raw.getBytes(StandardCharsets.UTF_8));
    }

    public Conversation write(byte[] raw) throws IOException {
        note(raw);
        socket.getOutputStream().write(raw);
        socket.getOutputStream().flush();
        written += raw.length;
        return this;
    }

    /** Remembers the status, which may be written byte by byte. */
    private void note(byte[] raw) {
        if (begun.length() < STATUS_LINE) {
            begun.append(new String(raw, 0, Math.min(raw.length, STATUS_LINE), StandardCharsets.ISO_8859_1));
            Matcher line = STATUS.matcher(begun);
            if (line.lookingAt()) {
                status = Integer.parseInt(line.group(1));
            }
        }
    }

    /** Reads the request to its end and gives a proper answer. */
    public Conversation answer(int status, String contentType, String body) throws IOException {
        return readBody().early(status, contentType, body);
    }

    public Conversation json(int status, String json) throws IOException {
        return answer(status, "application/json", json);
    }

    /** A proper answer at once, whether or not the request is complete. */
    public Conversation early(int status, String contentType, String body) throws IOException {
        return write(head(status, contentType, body.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + body);
    }

    /** Status line and usual headers, without the empty line. */
    public static String head(int status, String contentType, long length) {
        return "HTTP/1.1 " + status + " Status\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length
                + "\r\n";
    }

    /** Says nothing more until the client gives up. */
    public Conversation silence() throws IOException {
        byte[] buffer = new byte[16 * 1024];
        while (in.read(buffer) >= 0) {
            // what still comes is lost
        }
        return this;
    }

    /** Says nothing and reads nothing until the server is closed. */
    public void hold() throws IOException {
        await(Duration.ofMinutes(1));
    }

    /** Writes one byte after the other, with a pause behind each. */
    public Conversation trickle(String raw, Duration pause) throws IOException {
        for (byte one : raw.getBytes(StandardCharsets.UTF_8)) {
            write(new byte[] {one});
            await(pause);
        }
        return this;
    }

    /** Writes the same until the client gives up, or has taken 10 GB. */
    public void endless(byte[] raw) throws IOException {
        while (end.getCount() > 0 && written < TEN_GIGABYTES) {
            write(raw);
        }
    }

    /** Waits until the server is closed, but not longer than that. */
    private void await(Duration longest) throws IOException {
        try {
            if (end.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the server is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Serves a CONNECT: what comes goes to that port, and what comes from there goes back. */
    public void tunnelTo(int port) throws IOException {
        write("HTTP/1.1 200 Connected\r\n\r\n");
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread back = new Thread(() -> {
                try (socket) {
                    target.getInputStream().transferTo(socket.getOutputStream());
                } catch (IOException gone) {
                    // closed by one of both
                }
            });
            back.setDaemon(true);
            back.start();
            in.transferTo(target.getOutputStream());
        }
    }

    /** A TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public void close() throws IOException {
        socket.close();
    }
}
