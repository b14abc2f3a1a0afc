package org.cameld360.media.it;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Takes raw uploads of v1 of any size as fast as they come, and keeps nothing of them but how many there were and how long. */
final class UploadCounter implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final byte[] ANSWER =
            ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 57\r\n\r\n"
                            + "{\"media\":[{\"id\":\"f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68\"}]}")
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong uploads = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    UploadCounter() throws IOException {
        daemon(this::accept);
    }

    String url() {
        return "http://localhost:" + listener.getLocalPort() + "/v1";
    }

    long uploads() {
        return uploads.get();
    }

    long bytes() {
        return bytes.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
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
                socket.getOutputStream().write(ANSWER);
            }
        } catch (IOException gone) {
            // closed by one of both
        } finally {
            open.remove(socket);
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

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "upload-counter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
