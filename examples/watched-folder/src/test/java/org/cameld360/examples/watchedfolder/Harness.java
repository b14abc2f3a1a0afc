package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.ReceivedMessage;
import org.jspecify.annotations.Nullable;

/** A watched folder that talks to a simulator of the test's own, with its waits shortened. */
final class Harness implements AutoCloseable {

    static final String TO = "4915112345678";

    private static final Timing SHORT =
            new Timing(Duration.ofMillis(300), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3));

    static {
        System.setProperty("camel.component.d360-media.retry-delay", "10ms");
    }

    final D360Simulator simulator = D360Simulator.start();
    final Path inbox;
    final FaultyDisk disk = new FaultyDisk();
    final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private @Nullable WatchedFolder running;
    private @Nullable CompletableFuture<Integer> status;

    Harness(Path inbox, ApiVersion version) {
        this.inbox = inbox;
        environment.put("D360_API_KEY", simulator.apiKey());
        environment.put("D360_API_VERSION", version.name().toLowerCase(Locale.ROOT));
        environment.put("D360_BASE_URL", simulator.baseUrl(version));
        environment.put("D360_INBOX", inbox.toString());
        environment.put("D360_TO", "+49 151 1234-5678");
    }

    private WatchedFolder folder() {
        PrintStream out = new PrintStream(output, true, UTF_8);
        return new WatchedFolder(environment, SHORT, disk, out, out);
    }

    int once() {
        return folder().run(List.of("--once"));
    }

    void start() {
        WatchedFolder folder = folder();
        running = folder;
        status = CompletableFuture.supplyAsync(() -> folder.run(List.of()));
    }

    /** One of the bundled samples under another name. */
    Path drop(String name, String sample) throws IOException {
        Path file = inbox.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, sample(sample));
        return file;
    }

    static byte[] sample(String name) throws IOException {
        try (InputStream stream = Harness.class.getResourceAsStream("/samples/" + name)) {
            return stream.readAllBytes();
        }
    }

    List<String> lines() {
        return output.toString(UTF_8).lines().toList();
    }

    String line(String start) {
        return lines().stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElse("no line: " + lines());
    }

    long count(String start) {
        return lines().stream().filter(line -> line.startsWith(start)).count();
    }

    List<ReceivedMessage> messages() {
        return simulator.messages();
    }

    /** Runs once the simulator has taken a call, while its answer is held back. */
    void whenCalled(String path, Action action) {
        simulator.wireMock().addMockServiceRequestListener((request, response) -> {
            if (request.getUrl().endsWith(path)) {
                try {
                    action.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    interface Action {
        void run() throws IOException;
    }

    /** How many calls of that kind the simulator has got. */
    long calls(String path) {
        return simulator.calls().stream()
                .filter(call -> call.path().endsWith(path))
                .count();
    }

    /** Digits only: one API version takes a plus sign, the other does not. */
    List<String> recipients() {
        return messages().stream().map(message -> message.to().replace("+", "")).toList();
    }

    /** The content that arrived with a message. */
    byte[] arrived(ReceivedMessage message) throws IOException {
        return Files.readAllBytes(
                simulator.media(message.mediaId()).orElseThrow().file());
    }

    /** What lies in the inbox and its hidden folders, by name. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : FolderContent.names(inbox)) {
            files.put(name, name.endsWith(".txt") ? Files.readString(inbox.resolve(name)) : "");
        }
        return files;
    }

    @Override
    public void close() throws Exception {
        if (running != null && status != null) {
            running.stop();
            assertThat(status.get(10, TimeUnit.SECONDS)).isZero();
        }
        simulator.close();
        assertThat(output.toString(UTF_8)).doesNotContain(environment.get("D360_API_KEY"));
    }
}
