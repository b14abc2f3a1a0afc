package org.cameld360.examples.httpupload;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has the example running for itself. */
abstract class ServedForm {

    @TempDir
    Path folder;

    Server server;

    @BeforeEach
    void start() throws Exception {
        server = new Server(folder);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
