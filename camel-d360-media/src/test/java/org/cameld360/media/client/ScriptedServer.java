package org.cameld360.media.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on a free port of the loopback that does to each request what its script says, faults included. Its threads
 * end when it is closed.
 */
public final class ScriptedServer implements AutoCloseable {

    /** What is done when the head of a request has been read. */
    @FunctionalInterface
    public interface Script {
        void serve(Conversation conversation) throws IOException;
    }

    private final ServerSocket listener;
    private final List<Conversation> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile List<Script> scripts;
    private volatile CountDownLatch end = new CountDownLatch(1);

    private ScriptedServer(ServerSocket listener, List<Script> scripts) {
        this.listener = listener;
        this.scripts = scripts;
    }

    /** @param scripts for the first request, the second and so on; the last one serves all others */
    public static ScriptedServer start(Script... scripts) {
        return start(ServerSocketFactory.getDefault(), scripts);
    }

    /** The same with TLS. */
    public static ScriptedServer startTls(SSLContext tls, Script... scripts) {
        return start(tls.getServerSocketFactory(), scripts);
    }

    private static ScriptedServer start(ServerSocketFactory sockets, Script... scripts) {
        try {
            ServerSocket listener = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
            ScriptedServer server = new ScriptedServer(listener, List.of(scripts));
            server.listen();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all conversations, forgets them, and goes on with that script on the same port. */
    public void begin(Script script) {
        endConversations();
        requests.clear();
        end = new CountDownLatch(1);
        scripts = List.of(script);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    /** Every request whose head was read to its end, in order. */
    public List<Conversation> requests() {
        return requests;
    }

    /** How many messages a real service would have accepted. */
    public long acceptedMessages() {
        return requests.stream().filter(Conversation::isAcceptedMessage).count();
    }

    public int connections() {
        return connections.get();
    }

    public int mostConnectionsAtOnce() {
        return mostAtOnce.get();
    }

    public int openConnections() {
        return open.size();
    }

    private void listen() {
        Thread thread = new Thread(this::accept, "scripted-server-" + port());
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                mostAtOnce.accumulateAndGet(open.size(), Math::max);
                run(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Conversation conversation = Conversation.read(socket, true, end);
            while (conversation != null) {
                int index;
                synchronized (requests) {
                    index = requests.size();
                    requests.add(conversation);
                }
                scripts.get(Math.min(index, scripts.size() - 1)).serve(conversation);
                conversation.skipBody();
                conversation = Conversation.read(socket, false, end);
            }
        } catch (IOException | RuntimeException gone) {
            // the script or the client has closed it, or what came was no HTTP
        } finally {
            open.remove(socket);
        }
    }

    private void run(Runnable task) {
        Thread thread = new Thread(task, "scripted-server-" + port());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        endConversations();
    }

    private void endConversations() {
        end.countDown();
        try {
            for (Socket socket : open) {
                socket.close();
            }
            for (Thread thread : threads) {
                thread.join(5_000);
                if (thread.isAlive()) {
                    throw new IllegalStateException("a script did not end");
                }
            }
            threads.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
