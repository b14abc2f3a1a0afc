package org.cameld360.examples.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.Inbound.inbound;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.examples.launcher.testing.LargeFile;
import org.cameld360.examples.s3.BodyKind.Outcome;
import org.cameld360.examples.s3.BodyKind.Setting;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * 100 MB of each kind of body, by each setting of Camel's stream caching, through a heap of 96 MB. {@code -Dstreams=all} does
 * all of it and writes the table of {@code docs/streams.md}; else one kind has to do.
 */
class StreamsIT {

    private static final long SIZE = 100_000_000;
    private static final Pattern HANDED_OVER = Pattern.compile("handed over: (\\S+)");
    private static final Map<BodyKind, Map<Setting, Measured>> MEASURED = new EnumMap<>(BodyKind.class);

    @TempDir
    private static Path folder;

    private static final S3StandIn BUCKET = new S3StandIn();
    private static D360Simulator simulator;
    private static HttpServer http;
    private static FtpServer ftp;
    private static int ftpPort;
    private static String sha256;
    private static String media;

    /** @param body the class of what the sending endpoint would get; unknown where the program ended before */
    private record Measured(Outcome outcome, String body, long peakMegabytes) {

        @Override
        public String toString() {
            return outcome == Outcome.ARRIVES ? "arrives, " + peakMegabytes + " MB" : "`OutOfMemoryError`";
        }
    }

    @BeforeAll
    static void serveTheFileInEachWay() throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        Path file = served.resolve("large.pdf");
        sha256 = LargeFile.write(file, SIZE);
        simulator = D360Simulator.start();
        media = simulator.receive(inbound("application/pdf", file)).media().id();
        BUCKET.serve(Files.createDirectory(folder.resolve("s3")));
        BUCKET.put("large.pdf", RequestBody.fromFile(file), "application/pdf", Map.of());
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/large.pdf", call -> {
            call.getResponseHeaders().set("Content-Type", "application/pdf");
            call.sendResponseHeaders(200, SIZE);
            try (OutputStream out = call.getResponseBody()) {
                Files.copy(file, out);
            }
        });
        http.start();
        startFtp(served);
    }

    private static void startFtp(Path served) throws Exception {
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        Listener listener = listeners.createListener();
        factory.setListeners(new HashMap<>(Map.of("default", listener)));
        BaseUser reader = new BaseUser();
        reader.setName("reader");
        reader.setPassword("reader");
        reader.setHomeDirectory(served.toString());
        factory.getUserManager().save(reader);
        ftp = factory.createServer();
        ftp.start();
        ftpPort = listener.getPort();
    }

    @AfterAll
    static void endTheServersAndWriteTheTable() throws IOException {
        ftp.stop();
        http.stop(0);
        BUCKET.close();
        simulator.close();
        Files.writeString(Path.of("target", "streams.md"), table(), UTF_8);
    }

    static Stream<Arguments> ways() {
        boolean all = "all".equals(System.getProperty("streams"));
        return (all ? Arrays.stream(BodyKind.values()) : Stream.of(BodyKind.S3_STREAM))
                .flatMap(kind -> Arrays.stream(Setting.values()).map(setting -> Arguments.of(kind, setting)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void endsAsThePageOnStreamsSays(BodyKind kind, Setting setting) throws Exception {
        simulator.reset();
        media = kind == BodyKind.GET_AND_SEND ? received() : media;
        Path own = Files.createDirectory(folder.resolve(kind + "-" + setting));
        try (ForkedExample program = ForkedExample.start(own, environment(), properties(kind, setting, own))) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !simulator.messages().isEmpty() || !program.isRunning());
            Measured measured = measured(program);
            MEASURED.computeIfAbsent(kind, k -> new EnumMap<>(Setting.class)).put(setting, measured);
            System.out.printf("streams, %s, %s: %s, %s%n", kind, setting, measured, measured.body());

            assertThat(measured.outcome()).as(program.output()).isEqualTo(kind.expected(setting));
            if (measured.outcome() == Outcome.ARRIVES) {
                assertThat(simulator.messages()).hasSize(1);
                assertThat(simulator.allMedia()).anySatisfy(sent -> {
                    assertThat(sent.sha256()).isEqualTo(sha256);
                    assertThat(sent.size()).isEqualTo(SIZE);
                });
            }
        }
    }

    private static String received() {
        return simulator
                .receive(inbound("application/pdf", folder.resolve("served").resolve("large.pdf")))
                .media()
                .id();
    }

    private static Measured measured(ForkedExample program) throws IOException {
        String output = program.output();
        Matcher body = HANDED_OVER.matcher(output);
        boolean exhausted = output.contains("java.lang.OutOfMemoryError: Java heap space");
        return new Measured(
                exhausted ? Outcome.OUT_OF_MEMORY : Outcome.ARRIVES,
                body.find() ? body.group(1) : "-",
                program.peakHeapAfterCollection().orElse(0) / 1_048_576);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(BUCKET.environment());
        environment.put("D360_API_KEY", simulator.apiKey());
        environment.put("D360_BASE_URL", simulator.baseUrl(ApiVersion.V2));
        return environment;
    }

    private static Map<String, String> properties(BodyKind kind, Setting setting, Path own) {
        Map<String, String> properties = new LinkedHashMap<>(setting.properties());
        properties.put("camel.main.routes-include-pattern", kind.routes());
        properties.put("streams.folder", folder.resolve("served").toString());
        properties.put("streams.http", "127.0.0.1:" + http.getAddress().getPort() + "/large.pdf");
        properties.put("streams.ftp", "127.0.0.1:" + ftpPort);
        properties.put("streams.work", own.resolve("work").toString());
        properties.put("streams.media", media);
        return properties;
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| from | Camel's default | spooling on | caching off |\n|---|---|---|---|\n");
        MEASURED.forEach((kind, row) -> {
            table.append("| ").append(kind.title());
            List.of(Setting.values()).forEach(setting -> table.append(" | ").append(row.get(setting)));
            table.append(" |\n");
        });
        return table.toString();
    }
}
