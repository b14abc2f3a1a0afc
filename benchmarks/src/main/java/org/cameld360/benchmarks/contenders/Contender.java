package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One way to do what a scenario measures: to upload a file, to send a message, or to get a medium. */
public interface Contender extends AutoCloseable {

    String name();

    /** Whether {@link #process} keeps its thread until the answer is there. */
    boolean blocks();

    /** What the names of its own threads have in common; nothing where nobody asked. */
    default String threadName() {
        return "";
    }

    /** Does it once, with this file where it takes one; completes with an id, or with why there is none. */
    CompletableFuture<String> process(Path file);

    @Override
    void close() throws IOException;
}
