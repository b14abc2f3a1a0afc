package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cameld360.simulator.wire.Curl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator in a JVM of its own. */
class ProgramTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private ForkedMain program;

    @AfterEach
    void end() throws Exception {
        if (program != null) {
            program.close();
        }
    }

    @Test
    void printsACurlLineThatWorksWhenPasted() throws Exception {
        assumeTrue(new Curl().isThere(), "curl is not installed: the line is not tried");
        program = ForkedMain.start(folder, List.of(), "--port", "0", "--api-key", "it's");
        String line = program.line("  curl .*/messages");
        Process shell = new ProcessBuilder("sh", "-c", line + " -s -q --noproxy '*'").start();
        shell.getOutputStream().close();

        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("{\"messaging_product\":\"whatsapp\",\"contacts\":");
        assertThat(program.line("POST .*")).isEqualTo("POST /messages 200");
        assertThat(get(program.page() + "_simulator/api/messages")).contains("\"text\":\"Hello\"");
    }

    @Test
    void hasTheLimitsOfTheRealServiceUnlessToldOtherwise() throws Exception {
        program = ForkedMain.start(folder, List.of(), "--port", "0", "--api-key", "ONE");

        // The block of failed GETs lasts, whatever the speed of this machine.
        for (int i = 0; i < 20; i++) {
            assertThat(get(program.page() + "123", "ONE").statusCode()).isEqualTo(400);
        }
        assertThat(get(program.page() + "123", "ONE").statusCode()).isEqualTo(429);
    }

    @Test
    void keepsLargeMediaOutOfItsHeap() throws Exception {
        program = ForkedMain.start(
                folder, List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError"), "--port", "0", "--api-key", "ONE");
        byte[] chunk = Samples.random(1_000_000);
        String head = "--x\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n";
        HttpRequest upload = HttpRequest.newBuilder(URI.create(program.page() + "media"))
                .header("D360-API-KEY", "ONE")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArrays(Collections.nCopies(100, chunk)),
                        BodyPublishers.ofString("\r\n--x--\r\n")))
                .build();

        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> answers = IntStream.range(0, 2)
                    .mapToObj(i -> clients.submit(
                            () -> HTTP.send(upload, BodyHandlers.ofString()).body()))
                    .toList();
            for (Future<String> answer : answers) {
                String id = answer.get().replaceAll("[^0-9]", "");
                assertThat(id).hasSize(17);
                assertThat(get(program.page() + id, "ONE").body()).contains("\"file_size\":100000000");
                assertThat(sizeOf(program.page() + "_simulator/media/" + id)).isEqualTo(100_000_000L);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            program = ForkedMain.start(folder, List.of(), "--port", Integer.toString(taken.getLocalPort()));

            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors())
                    .contains("cannot listen on 127.0.0.1, port " + taken.getLocalPort() + ": is it taken?")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatTheFolderCannotBeUsed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        program = ForkedMain.start(folder, List.of(), "--port", "0", "--data", file.toString());

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.errors())
                .contains("cannot use the data folder " + file)
                .doesNotContain("\tat ");
    }

    @Test
    void removesWhatItLeftWhenItWasKilled() throws Exception {
        Path data = folder.resolve("data");
        Path own = Files.writeString(Files.createDirectories(data).resolve("own.txt"), "x");
        program = ForkedMain.start(folder, List.of(), "--port", "0", "--data", data.toString());
        HTTP.send(
                HttpRequest.newBuilder(URI.create(program.page() + "_simulator/api/inbound?from=4915112345678"))
                        .POST(BodyPublishers.ofString("media"))
                        .build(),
                BodyHandlers.discarding());
        program.kill();
        assertThat(filesBelow(data)).hasSize(3);

        program = ForkedMain.start(folder, List.of(), "--port", "0", "--data", data.toString());
        program.page();
        assertThat(filesBelow(data)).hasSize(2).contains(own);
        program.close();
        assertThat(filesBelow(data)).containsExactly(own);
    }

    @ParameterizedTest
    @CsvSource({"--help, 0", "--nonsense, 2"})
    void helps(String argument, int exitCode) throws Exception {
        program = ForkedMain.start(folder, List.of(), argument);

        assertThat(program.exitCode()).isEqualTo(exitCode);
        assertThat(exitCode == 0 ? program.output() : program.errors()).contains("--help");
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String get(String url) {
        return get(url, "").body();
    }

    private static HttpResponse<String> get(String url, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!key.isEmpty()) {
            request.header("D360-API-KEY", key);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sizeOf(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        try (InputStream in = HTTP.send(request, BodyHandlers.ofInputStream()).body()) {
            long size = 0;
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
            }
            return size;
        }
    }
}
