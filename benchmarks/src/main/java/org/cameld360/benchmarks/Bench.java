package org.cameld360.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cameld360.benchmarks.contenders.Target;
import org.cameld360.benchmarks.sink.SinkProcess;

/**
 * What all scenarios share: the sink, the files, and how long to measure.
 *
 * @param folder for files, emptied at the end
 * @param time of one round
 */
public record Bench(SinkProcess sink, Path folder, Path trusted, String password, int rounds, Duration time) {

    private static final int CHUNK = 1 << 16;

    /** So many documents of so many bytes each, all different, of any content behind their first line. */
    public List<Path> documents(int count, long bytes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(bytes + "-" + i + ".pdf");
            if (!Files.exists(file)) {
                write(file, bytes, i);
            }
            files.add(file);
        }
        return files;
    }

    private static void write(Path file, long bytes, int seed) throws IOException {
        byte[] begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[CHUNK];
        Random random = new Random(seed);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(begin);
            for (long left = bytes - begin.length; left > 0; left -= CHUNK) {
                random.nextBytes(chunk);
                out.write(chunk, 0, (int) Math.min(left, CHUNK));
            }
        }
    }

    /** Where documents go, on a connection for each that is in flight. */
    public Target target(boolean tls, boolean slow, String version, int inFlight) {
        return new Target(
                slow ? sink.slowAddress(tls) : sink.address(tls),
                version,
                inFlight,
                "application/pdf",
                trusted,
                password);
    }
}
