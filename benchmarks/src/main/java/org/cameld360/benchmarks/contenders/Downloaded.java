package org.cameld360.benchmarks.contenders;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.camel.Exchange;

/** What was downloaded is removed at once, whoever did it: the disk would be full after a minute. */
final class Downloaded {

    private Downloaded() {}

    static void remove(Exchange exchange, File file, long bytes) throws IOException {
        if (file.length() != bytes) {
            throw new IOException(file.length() + " bytes came instead of " + bytes);
        }
        Files.delete(file.toPath());
        exchange.getMessage().setBody("got");
    }
}
