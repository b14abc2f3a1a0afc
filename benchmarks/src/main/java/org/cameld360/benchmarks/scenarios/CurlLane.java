package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Round;

/** {@code curl -Z}: one process for a round, as many requests as should fill it. Its speed is all that is known of it. */
final class CurlLane implements Lane {

    private static final int FIRST = 100;

    private final URI address;
    private final Path file;
    private final Shape shape;
    private double perSecond;

    CurlLane(URI address, Path file, Shape shape) {
        this.address = address;
        this.file = file;
        this.shape = shape;
    }

    /** Whether this machine has it. */
    static boolean isThere() throws InterruptedException {
        try {
            return call(List.of("curl", "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "curl -Z";
    }

    @Override
    public Round run(Duration time) throws IOException, InterruptedException {
        long count = perSecond == 0 ? FIRST : Math.max(1, (long) (perSecond * time.toMillis() / 1e3));
        long begin = System.nanoTime();
        int exit = call(List.of(
                "curl",
                "--silent",
                "--fail",
                "--insecure",
                "--http1.1",
                "--parallel",
                "--parallel-max",
                Integer.toString(shape.inFlight()),
                "--header",
                "Expect:",
                "--header",
                "D360-API-KEY: benchmark",
                "--header",
                "Content-Type: application/pdf",
                "--data-binary",
                "@" + file,
                "--output",
                "/dev/null",
                address + "/v1/[1-" + count + "]/media"));
        if (exit != 0) {
            throw new IOException("curl ended with " + exit);
        }
        perSecond = count / ((System.nanoTime() - begin) / 1e9);
        return Round.of(Figure.MESSAGES, perSecond).with(Figure.MEGABYTES, perSecond * shape.bytes() / 1e6);
    }

    private static int call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        // each process ended with its round
    }
}
