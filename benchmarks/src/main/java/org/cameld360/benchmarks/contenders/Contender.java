package org.cameld360.benchmarks.contenders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One way to upload a file. */
public interface Contender extends AutoCloseable {

    String name();

    /** Whether {@link #upload} keeps its thread until the answer is there. */
    boolean blocks();

    /** Uploads the file; completes with the media id, or with why there is none. */
    CompletableFuture<String> upload(Path file);

    @Override
    void close() throws IOException;
}
