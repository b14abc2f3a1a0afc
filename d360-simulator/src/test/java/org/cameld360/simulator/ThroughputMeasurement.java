package org.cameld360.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many messages a simulator takes each second, with the clients in the same JVM: image messages by id, to many people, without inspection
 * of the media, each sent, delivered and read.
 *
 * <pre>
 * mvn -B -ntp -pl d360-simulator test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.cameld360.simulator.ThroughputMeasurement -Dexec.args="30 8"
 * </pre>
 */
public final class ThroughputMeasurement {

    private ThroughputMeasurement() {}

    /** Seconds to measure, after ten to warm up; and clients. */
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        int clients = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        try (D360Simulator simulator =
                D360Simulator.builder().inspection(Inspection.NONE).start()) {
            String id = new Client(simulator, ApiVersion.V2)
                    .upload(Form.ofFile("image/jpeg", Samples.random(50_000)))
                    .json()
                    .path("id")
                    .asText();
            AtomicLong sent = new AtomicLong();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                Thread thread = new Thread(() -> send(simulator, id, number, sent));
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            TimeUnit.SECONDS.sleep(10);
            measure(seconds, sent);
            threads.forEach(Thread::interrupt);
        }
    }

    private static void measure(int seconds, AtomicLong sent) throws InterruptedException {
        long start = sent.get();
        long last = start;
        long least = Long.MAX_VALUE;
        long begin = System.nanoTime();
        for (int i = 0; i < seconds; i++) {
            TimeUnit.SECONDS.sleep(1);
            long now = sent.get();
            least = Math.min(least, now - last);
            last = now;
        }
        double took = (System.nanoTime() - begin) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%d cores: %.0f messages/s over %.0f s, %d in the slowest second, %d MB of heap in use%n",
                runtime.availableProcessors(),
                (last - start) / took,
                took,
                least,
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
    }

    private static void send(D360Simulator simulator, String id, int client, AtomicLong sent) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                String body = "{\"messaging_product\":\"whatsapp\",\"to\":\"49151" + client + (100_000 + i % 1_000)
                        + "\",\"type\":\"image\",\"image\":{\"id\":\"" + id + "\",\"caption\":\"A caption\"}}";
                out.write(("POST /messages HTTP/1.1\r\nHost: 127.0.0.1\r\nD360-API-KEY: " + simulator.apiKey()
                                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body)
                        .getBytes(StandardCharsets.US_ASCII));
                if (!readAnswer(in).startsWith("HTTP/1.1 200 ")) {
                    throw new IllegalStateException("a message was refused");
                }
                sent.incrementAndGet();
            }
        } catch (IOException e) {
            // The simulator was stopped.
            Thread.currentThread().interrupt();
        }
    }

    /** The first line of the answer; the rest is read too. */
    private static String readAnswer(InputStream in) throws IOException {
        String first = line(in);
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return first;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection has ended");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
