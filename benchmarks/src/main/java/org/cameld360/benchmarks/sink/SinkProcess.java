package org.cameld360.benchmarks.sink;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The sink in a JVM of its own. */
public final class SinkProcess implements AutoCloseable {

    private final Process process;
    private final int[] ports;

    /**
     * Starts it.
     *
     * @param store a key store with a certificate for 127.0.0.1
     * @param delayMillis after which the slow addresses answer
     */
    public SinkProcess(Path store, String password, long delayMillis) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sink.class.getName(),
                        store.toString(),
                        password,
                        Long.toString(delayMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the sink did not start");
        }
        ports = Arrays.stream(line.split(" ", 4)).mapToInt(Integer::parseInt).toArray();
    }

    /** Where it answers at once. */
    public URI address(boolean tls) {
        return address(tls ? "https" : "http", ports[tls ? 1 : 0]);
    }

    /** Where it answers after the delay. */
    public URI slowAddress(boolean tls) {
        return address(tls ? "https" : "http", ports[tls ? 3 : 2]);
    }

    private static URI address(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
