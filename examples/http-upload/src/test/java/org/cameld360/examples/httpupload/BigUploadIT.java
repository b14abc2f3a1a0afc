package org.cameld360.examples.httpupload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest document that goes, past a heap that is smaller. */
class BigUploadIT {

    private static final int SIZE = 100_000_000;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern STARTED = Pattern.compile("HttpServer started on 127\\.0\\.0\\.1:(\\d+)");
    private static final String BEFORE =
            "--part-of-a-form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.pdf\"\r\n\r\n";
    private static final String AFTER = "\r\n--part-of-a-form--\r\n";

    @TempDir
    private Path folder;

    @Test
    void sends100MegabytesFromAFormAndAsABody() throws Exception {
        try (D360Simulator simulator = D360Simulator.start();
                ForkedExample example = start(simulator)) {
            int port = port(example);

            String form = post(port, Form.CONTENT_TYPE, BEFORE, AFTER);
            String body = post(port, "application/pdf", "", "");

            assertThat(form).startsWith("HTTP/1.1 200 ");
            assertThat(body).startsWith("HTTP/1.1 200 ");
            String sha256 = sha256();
            assertThat(simulator.allMedia())
                    .hasSize(2)
                    .allSatisfy(media -> assertThat(media.size()).isEqualTo(SIZE))
                    .extracting(StoredMedia::sha256)
                    .containsOnly(sha256);
            assertThat(simulator.messages()).hasSize(2);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(temporaryFiles()).isEmpty());
            System.out.println("http-upload: 100,000,000 bytes, peak heap after a collection "
                    + example.peakHeapAfterCollection().orElseThrow() / 1_048_576 + " MB");
        }
    }

    private ForkedExample start(D360Simulator simulator) throws IOException {
        return ForkedExample.start(
                folder,
                Map.of("D360_API_KEY", simulator.apiKey(), "D360_TO", "15550100123", "PORT", "0"),
                Map.of(
                        "camel.component.d360-media.base-url",
                        simulator.baseUrl(ApiVersion.V2),
                        // so that it tells its port
                        "log.level",
                        "info"));
    }

    /** Once there is an answer, as the port is there before the routes. */
    private static int port(ForkedExample example) {
        int port = portOf(example);
        await().atMost(SOON).until(() -> status(port) == 200);
        return port;
    }

    private static int status(int port) throws Exception {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        return HttpClient.newHttpClient().send(page, BodyHandlers.discarding()).statusCode();
    }

    private static int portOf(ForkedExample example) {
        return await().atMost(SOON)
                .failFast(() -> assertThat(example.isRunning()).as("running").isTrue())
                .until(
                        () -> {
                            Matcher started = STARTED.matcher(example.output());
                            return started.find() ? Integer.parseInt(started.group(1)) : 0;
                        },
                        port -> port > 0);
    }

    private static String post(int port, String type, String before, String after) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /send?name=big.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: "
                            + type + "\r\nContent-Length: " + (before.length() + SIZE + after.length()) + "\r\n\r\n"
                            + before)
                    .getBytes(US_ASCII));
            writeDocument(out);
            out.write(after.getBytes(US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    private static void writeDocument(OutputStream out) throws IOException {
        byte[] piece = new byte[100_000];
        System.arraycopy("%PDF-1.4\n".getBytes(US_ASCII), 0, piece, 0, 9);
        for (int i = 0; i < SIZE / piece.length; i++) {
            out.write(piece);
            Arrays.fill(piece, (byte) i);
        }
    }

    private static String sha256() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        writeDocument(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("tmp"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
