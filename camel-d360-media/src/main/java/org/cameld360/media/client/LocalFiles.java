package org.cameld360.media.client;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Tells failures of this machine's disk from failures of the network, which the JDK words with the same type. */
final class LocalFiles {

    private LocalFiles() {}

    static FileSystemException failure(String what, IOException cause) {
        if (cause instanceof FileSystemException known) {
            return known;
        }
        FileSystemException failure = new FileSystemException(what, null, cause.getMessage());
        failure.initCause(cause);
        return failure;
    }
}
