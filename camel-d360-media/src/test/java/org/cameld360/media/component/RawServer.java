package org.cameld360.media.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the same to the first bytes of each connection, whatever they are. */
final class RawServer implements AutoCloseable {

    /** What is done when the first bytes have come. */
    private interface Reaction {
        void to(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Reaction reaction;

    private RawServer(ServerSocket listener, Reaction reaction) {
        this.listener = listener;
        this.reaction = reaction;
    }

    /** Answers always the same, and then reads on. */
    static RawServer answering(String text) {
        return start(socket -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[4096];
            while (socket.getInputStream().read(buffer) >= 0) {
                // nothing more is said
            }
        });
    }

    /** Says nothing. */
    static RawServer silent() {
        return answering("");
    }

    /** Resets the connection. */
    static RawServer resetting() {
        return start(socket -> socket.setSoLinger(true, 0));
    }

    /** Closes the connection. */
    static RawServer closing() {
        return start(socket -> {});
    }

    private static RawServer start(Reaction reaction) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), reaction);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (socket.getInputStream().read(new byte[4096]) > 0) {
                reaction.to(socket);
            }
        } catch (IOException gone) {
            // closed by one of both
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
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
