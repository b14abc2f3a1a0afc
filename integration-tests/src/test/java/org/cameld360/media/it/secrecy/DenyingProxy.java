package org.cameld360.media.it.secrecy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that asks for a password and is content with none. */
final class DenyingProxy implements AutoCloseable {

    private static final String ANSWER = "HTTP/1.1 407 Proxy Authentication Required\r\n"
            + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n";

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ExecutorService connections = Executors.newCachedThreadPool();

    DenyingProxy() throws IOException {
        connections.execute(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The lines that came. */
    List<String> heads() {
        return heads;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.submit(() -> answer(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private Void answer(Socket connection) throws IOException {
        try (connection) {
            connection.setSoTimeout(10_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heads.add(line);
                if (line.isEmpty()) {
                    connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        connections.shutdownNow();
    }
}
