package org.cameld360.examples.httpupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;

/** The example in this JVM, on a port that the system has chosen, with a simulator behind it and no sample sent. */
final class Server implements AutoCloseable {

    static final String TO = "15550100123";
    static final String OTHER = "15550100124";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    final D360Simulator simulator = D360Simulator.start();
    final Path folder;
    private final Example example;
    final int port;

    Server(Path folder) throws Exception {
        this(folder, ApiVersion.V2, Map.of());
    }

    Server(Path folder, ApiVersion version, Map<String, String> more) throws Exception {
        this.folder = folder;
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.component.d360-media.api-key",
                simulator.apiKey(),
                "camel.component.d360-media.api-version",
                version.name().toLowerCase(Locale.ROOT),
                "camel.component.d360-media.base-url",
                simulator.baseUrl(version),
                "camel.component.d360-media.max-retries",
                "0",
                "camel.server.port",
                "0",
                "whatsapp.to",
                TO,
                "upload.allowed-to",
                OTHER + ",15550100125",
                "upload.folder",
                folder.toString()));
        properties.putAll(more);
        try {
            this.example = Example.start(Map.of("D360_API_KEY", "configured"), properties);
            this.port =
                    example.context().hasService(VertxPlatformHttpServer.class).getPort();
        } catch (Throwable e) {
            simulator.close();
            throw e;
        }
    }

    /** What a request brought. */
    record Answer(int status, JsonNode json, HttpResponse<String> response) {

        String reason() {
            return json.path("reason").asText();
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    Answer send(Form form) throws Exception {
        return ask(form.on(request("/send")));
    }

    Answer ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()), response);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The files that uploads have left. */
    List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They are removed once the answer is out. */
    void awaitNoFiles() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(files()).isEmpty());
    }

    static byte[] sample(String name) {
        try (InputStream stream = Server.class.getResourceAsStream("/samples/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        example.close();
        simulator.close();
    }
}
