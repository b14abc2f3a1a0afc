package org.cameld360.simulator.inspect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program that answers on its standard output. It gets no input, and is ended when it lasts too long or says too much.
 *
 * @param exitCode as the program gave it
 * @param output all that it said
 */
record Probe(int exitCode, String output) {

    /** The answer for one file has a few lines for each of its streams. */
    private static final long MAX_OUTPUT = 1_000_000;

    private static final long LOOK_AGAIN_MILLIS = 20;

    static Probe run(List<String> command, Duration patience) throws IOException {
        Path out = Files.createTempFile("d360-simulator-ffprobe-", ".json");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                process.getOutputStream().close();
                await(process, out, patience);
                return new Probe(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
            } finally {
                end(process);
            }
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private static void await(Process process, Path out, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        try {
            boolean ended = false;
            while (!ended) {
                ended = process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                if (Files.size(out) > MAX_OUTPUT) {
                    throw new IOException("it said more than " + MAX_OUTPUT + " bytes");
                }
                if (!ended && System.nanoTime() - end > 0) {
                    throw new IOException("it took more than " + patience.toSeconds() + " seconds");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
