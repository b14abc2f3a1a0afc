package org.cameld360.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies on both sides of the size above which they go to disk. */
class LargeBodiesTest {

    private static final int IN_MEMORY = 1024 * 1024;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {IN_MEMORY - 1, IN_MEMORY, IN_MEMORY + 1, 3_000_000})
    void arriveWholeWithAndWithoutALength(int size) throws IOException {
        byte[] media = Samples.random(size);
        try (D360Simulator simulator =
                D360Simulator.builder().dataFolder(folder).start()) {
            Client v1 = new Client(simulator, ApiVersion.V1);
            Client v2 = new Client(simulator, ApiVersion.V2);
            Form form = Form.ofFile("application/pdf", media);

            assertThat(v1.post("/media", "image/png", media).status()).isEqualTo(200);
            assertThat(v1.post(
                                    "/media",
                                    "image/png",
                                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(media)))
                            .status())
                    .isEqualTo(200);
            assertThat(v2.upload(form).status()).isEqualTo(200);
            assertThat(v2.post(
                                    "/media",
                                    form.contentType(),
                                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.bytes())))
                            .status())
                    .isEqualTo(200);

            assertThat(simulator.allMedia()).hasSize(4).allSatisfy(stored -> assertThat(stored.file())
                    .hasBinaryContent(media));
            Path run = Objects.requireNonNull(simulator.allMedia().get(0).file().getParent());
            try (Stream<Path> files = Files.list(run)) {
                assertThat(files.filter(file -> !file.endsWith(".lock"))).hasSize(4);
            }
        }
    }

    @Test
    void reachTheMatchersOfAStubUpToOneMebibyte() {
        try (D360Simulator simulator = D360Simulator.start()) {
            Client client = new Client(simulator, ApiVersion.V1);
            byte[] media = Samples.random(IN_MEMORY - 1);
            simulator
                    .wireMock()
                    .stubFor(post("/v1/media")
                            .withRequestBody(binaryEqualTo(media))
                            .willReturn(aResponse().withStatus(555)));

            assertThat(client.post("/media", "image/png", media).status()).isEqualTo(555);
            assertThat(client.post("/media", "image/png", Samples.random(IN_MEMORY))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void areNotReadWhereTheyAreLargerThanAnythingThatGoes() throws IOException {
        try (D360Simulator simulator = D360Simulator.start()) {
            String answer = RawHttp.send(
                    simulator.port(),
                    "POST /v1/media HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 268435457\r\n\r\nbegin");

            assertThat(answer).startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO"})
    void goToDiskWhateverTheMethod(String method) {
        byte[] body = Samples.random(3_000_000);
        try (D360Simulator simulator = D360Simulator.start()) {
            Client v1 = new Client(simulator, ApiVersion.V1);

            Reply reply = v1.send(v1.request("/media")
                    .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).contains("This URL /v1/media is blocked");
            assertThat(new Client(simulator, ApiVersion.V2)
                            .get("/_simulator/api/calls")
                            .json()
                            .at("/calls/0/request/size")
                            .asInt())
                    .isEqualTo(3_000_000);
            // WireMock, which would keep it in memory, has not seen it.
            assertThat(simulator.wireMock().getAllServeEvents())
                    .allSatisfy(
                            event -> assertThat(event.getRequest().getBody()).isEmpty());
        }
    }

    @Test
    void areNoMessages() {
        try (D360Simulator simulator = D360Simulator.start()) {
            Reply reply =
                    new Client(simulator, ApiVersion.V1).post("/messages", "application/json", new byte[3_000_000]);

            assertThat(reply.status()).isEqualTo(400);
            assertThat(simulator.calls())
                    .last()
                    .extracting(RecordedCall::refusal)
                    .isEqualTo("json-malformed");
        }
    }
}
