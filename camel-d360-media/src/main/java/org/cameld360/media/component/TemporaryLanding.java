package org.cameld360.media.component;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.Exchange;

/** A temporary file, gone some time after the exchange has ended. */
final class TemporaryLanding implements Landing {

    private final TempFiles tempFiles;
    private final Path file;

    TemporaryLanding(TempFiles tempFiles) throws IOException {
        this.tempFiles = tempFiles;
        this.file = tempFiles.create();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Path land(Exchange exchange, String name, long size) {
        tempFiles.keepAfter(exchange, file, size);
        return file;
    }

    @Override
    public void abandon() {
        tempFiles.discard(file);
    }
}
