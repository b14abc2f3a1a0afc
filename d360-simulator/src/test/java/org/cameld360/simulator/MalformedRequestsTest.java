package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no HTTP, or none that the API could make sense of: a line that says so, and nothing of what is inside. */
class MalformedRequestsTest {

    @TempDir
    private Path folder;

    private D360Simulator simulator;

    @BeforeEach
    void start() {
        simulator = D360Simulator.builder().dataFolder(folder).start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** On both sides of the size above which a body goes to disk. */
    @ParameterizedTest
    @ValueSource(ints = {10, 0x200000})
    void refusesChunksThatAreNone(int size) throws IOException {
        String answer = send("POST /v1/media", "Content-Type: image/png\r\nTransfer-Encoding: chunked\r\n")
                .with(Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\nnonsense\r\n");

        assertRefused(answer, 400);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().matches(file -> file.endsWith(".lock"));
        }
    }

    @Test
    void isNoProxy() throws IOException {
        assertRefused(send("CONNECT example.org:443", "").with(""), 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../../etc/passwd",
                "GET /%2e%2e/%2e%2e/etc/passwd",
                "GET /_simulator/page/../../../META-INF/MANIFEST.MF",
                "GET /%00",
                "GET /123?%"
            })
    void refusesPathsThatAreNone(String request) throws IOException {
        assertRefused(send(request, "").with(""), 400);
    }

    @Test
    void refusesHeadersThatDoNotEnd() throws IOException {
        assertRefused(send("GET /123", "X: " + "a".repeat(100_000) + "\r\n").with(""), 431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\":",
                "[]",
                "null",
                "{\"to\":1,\"to\":2}",
                "{} {}",
                "{\"to\":1e999999999}",
                "{\"text\":{\"body\":\"\\ud800\"},\"to\":\"4915112345678\",\"type\":\"text\",\"x\":[[[[]]]]}"
            })
    void refusesJsonThatIsNoMessage(String json) {
        assertThat(new Client(simulator, ApiVersion.V1)
                        .postJson("/messages", json)
                        .status())
                .isEqualTo(400);
        assertThat(new Client(simulator, ApiVersion.V2)
                        .postJson("/messages", json)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesJsonThatGoesTooDeepOrTooFar() {
        Client client = new Client(simulator, ApiVersion.V2);
        String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
        String wide = "{\"messaging_product\":[" + "1,".repeat(400_000) + "1]}";

        for (String json : new String[] {deep, wide}) {
            assertThat(client.postJson("/messages", json).status()).isEqualTo(400);
        }
        assertThat(simulator.calls())
                .extracting(RecordedCall::refusal)
                .containsExactly("json-malformed", "messaging-product-wrong");
    }

    private static void assertRefused(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("Exception", "\tat ");
    }

    private Request send(String line, String headers) {
        return body -> RawHttp.send(
                simulator.port(),
                line + " HTTP/1.1\r\nHost: 127.0.0.1:" + simulator.port() + "\r\nD360-API-KEY: " + simulator.apiKey()
                        + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }

    /** A request that lacks its body. */
    private interface Request {

        String with(String body) throws IOException;
    }
}
