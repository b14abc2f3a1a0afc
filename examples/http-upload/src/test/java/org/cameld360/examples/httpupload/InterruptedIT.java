package org.cameld360.examples.httpupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cameld360.simulator.ApiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload that breaks off in its middle. */
class InterruptedIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void halfAFormIsNotSentAndRemovedAtOnce() throws Exception {
        try (Server server = new Server(folder);
                Socket socket = begin(server, Form.CONTENT_TYPE)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "--part-of-a-form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.pdf\"\r\n\r\n%PDF-1.4\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[300_000]);
            out.flush();
            await().atMost(SOON).until(() -> !server.files().isEmpty());

            socket.close();

            await().atMost(SOON).until(() -> server.files().isEmpty());
            assertThat(server.simulator.calls()).isEmpty();
        }
    }

    @Test
    void halfABodyIsNotSentAndRemovedWhenItIsOld() throws Exception {
        Map<String, String> impatient = Map.of("upload.leftover-age", "2s", "upload.leftover-check", "200");
        try (Server server = new Server(folder, ApiVersion.V2, impatient);
                Socket socket = begin(server, "application/pdf")) {
            OutputStream out = socket.getOutputStream();
            out.write("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[300_000]);
            out.flush();
            await().atMost(SOON).until(() -> !server.files().isEmpty());

            socket.close();

            await().atMost(SOON).until(() -> server.files().isEmpty());
            assertThat(server.simulator.calls()).isEmpty();
        }
    }

    private static Socket begin(Server server, String type) throws Exception {
        Socket socket = new Socket("127.0.0.1", server.port);
        socket.getOutputStream()
                .write(("POST /send HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type
                                + "\r\nContent-Length: 1000000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
