package org.cameld360.benchmarks.sink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Listens on loopback, plain and with TLS, each at once or after a delay; a thread for each connection. A program of its own: it
 * prints its four ports and ends with its input.
 */
public final class Sink {

    private static final int BACKLOG = 2_000;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, Sink::daemon);
    private final SSLContext tls;

    private Sink(SSLContext tls) {
        this.tls = tls;
    }

    /**
     * Runs until its input ends.
     *
     * @param args the key store, its password, and after how many milliseconds the slow ports answer
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Sink sink = new Sink(context(Path.of(args[0]), args[1].toCharArray()));
        long delayMillis = Long.parseLong(args[2]);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        StringBuilder ports = new StringBuilder();
        for (long delay : new long[] {0, delayMillis}) {
            ServerSocket plain = new ServerSocket(0, BACKLOG, loopback);
            ServerSocket secure = sink.tls.getServerSocketFactory().createServerSocket(0, BACKLOG, loopback);
            sink.listen(plain, delay);
            sink.listen(secure, delay);
            ports.append(plain.getLocalPort()).append(' ').append(secure.getLocalPort()).append(' ');
        }
        System.out.println(ports.toString().trim());
        while (System.in.read() >= 0) {
            // lives as long as whoever started it
        }
        System.exit(0);
    }

    private static SSLContext context(Path store, char[] password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void listen(ServerSocket server, long delayMillis) {
        daemon(() -> accept(server, delayMillis)).start();
    }

    private void accept(ServerSocket server, long delayMillis) {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(new SinkConnection(socket, delayMillis, timer)).start();
            }
        } catch (IOException e) {
            System.err.println("The sink no longer accepts: " + e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sink");
        thread.setDaemon(true);
        return thread;
    }
}
