package org.cameld360.media.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that was run to its end. */
record Program(int exitCode, String output) {

    /** For a JVM that ends before it would have optimized much. */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    /**
     * Neither it nor what it starts outlives this method.
     *
     * @param folder what it is started in
     * @param output where it writes to, standard error included
     */
    static Program run(Path folder, Map<String, String> environment, List<String> command, Path output, int seconds)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("Did not end within " + seconds + " s: " + command + "\n" + printed(output));
            }
            return new Program(process.exitValue(), printed(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static String printed(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** The JDK that the test runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
