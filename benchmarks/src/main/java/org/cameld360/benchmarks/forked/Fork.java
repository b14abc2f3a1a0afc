package org.cameld360.benchmarks.forked;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of the programs here, with the class path of this one. It says what it measured in its last line. */
public final class Fork {

    private static final long MOST_MINUTES = 5;

    private Fork() {}

    /** Runs it to its end. */
    public static String lastLine(Path temporary, List<String> jvmOptions, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(temporary, jvmOptions, main, arguments);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String last = "";
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(main.getSimpleName() + " failed with " + String.join(" ", arguments));
            }
            return last;
        } finally {
            process.destroyForcibly();
        }
    }

    /** How many milliseconds passed until its first line; it ends by itself. */
    public static double millisToFirstLine(Path temporary, List<String> jvmOptions, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start(temporary, jvmOptions, main, arguments);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            double millis = (System.nanoTime() - begin) / 1e6;
            if (line == null || !process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(main.getSimpleName() + " failed with " + String.join(" ", arguments));
            }
            return millis;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path temporary, List<String> jvmOptions, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
