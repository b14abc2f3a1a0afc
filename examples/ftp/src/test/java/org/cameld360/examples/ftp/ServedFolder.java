package org.cameld360.examples.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder on a server of the test, and the example that looks into it often. */
abstract class ServedFolder {

    static final Duration SOON = Duration.ofSeconds(30);
    static final String SOMEBODY = "15550100123";

    @TempDir
    Path folder;

    private FileServer server;
    private Example example;

    @AfterEach
    void stop() {
        stopExample();
        if (server != null) {
            server.close();
        }
    }

    final FileServer serve(Protocol protocol) throws IOException {
        Path root = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(root.resolve("outbox"));
        server = FileServer.of(protocol, root, Files.createDirectories(folder.resolve("own")));
        server.start();
        return server;
    }

    final Example startExample() throws Exception {
        return startExample(Map.of());
    }

    final Example startExample(Map<String, String> more) throws Exception {
        return startExample("v2", more);
    }

    final Example startExample(String apiVersion, Map<String, String> more) throws Exception {
        Map<String, String> properties = properties();
        properties.put("camel.component.d360-media.max-retries", "0");
        properties.put("camel.main.shutdown-timeout", "5");
        properties.putAll(more);
        example = Example.start(
                Map.of("FTP_HOST", "127.0.0.1", "D360_TO", SOMEBODY, "D360_API_VERSION", apiVersion), properties);
        return example;
    }

    final void stopExample() {
        if (example != null) {
            example.close();
            example = null;
        }
    }

    /** What leads the example to the server, and where it has its own files. */
    final Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(server.properties());
        properties.put("whatsapp.to", SOMEBODY);
        properties.put("whatsapp.retry-delay", "100");
        properties.put("ftp.poll-interval", "100");
        properties.put("ftp.settle", "150");
        properties.put("ftp.work-directory", work().toString());
        properties.put("ftp.journal", folder.resolve("journal").toString());
        return properties;
    }

    /** Without the work directory: the component gets a stream. */
    static Map<String, String> streamed() {
        return Map.of("ftp.work-directory", "", "ftp.stream-download", "true");
    }

    final FileServer server() {
        return server;
    }

    final D360Simulator simulator() {
        return example.simulator();
    }

    final Path work() {
        return folder.resolve("work");
    }

    final Path outbox() {
        return server.root().resolve("outbox");
    }

    final Path drop(String name, byte[] content) throws IOException {
        Path file = outbox().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    static byte[] sample(String name) throws IOException {
        try (var stream = ServedFolder.class.getResourceAsStream("/samples/" + name)) {
            return stream.readAllBytes();
        }
    }

    /** A document of that size, and its SHA-256. */
    static String writeDocument(Path file, long size) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[1 << 16];
        Random random = new Random(size);
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] head = "%PDF-1.4\n".getBytes(UTF_8);
            out.write(head);
            for (long left = size - head.length; left > 0; left -= piece.length) {
                random.nextBytes(piece);
                out.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was put aside in that folder, with the subfolder that it was in, without the time. */
    final List<String> namesIn(String putAside) {
        Path top = outbox().resolve(putAside);
        return filesIn(top).stream()
                .map(file -> {
                    Path path = top.relativize(file);
                    assertThat(path.getName(0).toString()).matches("\\d{8}-\\d{6}-\\d{3}");
                    return path.subpath(1, path.getNameCount()).toString();
                })
                .sorted()
                .toList();
    }

    /** Every file below, none where there is no such folder. */
    static List<Path> filesIn(Path top) {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
