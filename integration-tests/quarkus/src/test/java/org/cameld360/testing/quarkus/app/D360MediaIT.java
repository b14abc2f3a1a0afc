package org.cameld360.testing.quarkus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The packaged application in a process of its own: asked by HTTP, looked at from 360dialog's side. Quarkus prints the command that it
 * starts it with, so the key is none of those that the logs of the build are searched for.
 */
@QuarkusIntegrationTest
@WithTestResource(
        value = SimulatorResource.class,
        initArgs = @ResourceArg(name = "key", value = "packaged-application"))
class D360MediaIT {

    private final HttpClient client = HttpClient.newHttpClient();

    D360Simulator simulator;

    @TestHTTPResource("/media")
    URI media;

    @AfterEach
    void forgetAll() {
        simulator.reset();
    }

    @Test
    void uploadsGetsSendsAndDeletes() throws Exception {
        byte[] photo = Files.readAllBytes(FourOperations.PHOTO.toPath());

        String id = text(ask("POST", "", BodyPublishers.ofByteArray(photo)));
        assertThat(simulator.media(id)).isPresent();
        assertThat(ask("GET", "/" + id, BodyPublishers.noBody()).body()).isEqualTo(photo);

        String message = text(ask("POST", "/to/4915112345678", BodyPublishers.ofByteArray(photo)));
        assertThat(simulator).received(1, image().to("4915112345678"));
        assertThat(simulator.messages().get(0).id()).isEqualTo(message);

        assertThat(ask("DELETE", "/" + id, BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(simulator.media(id)).isEmpty();
        assertThat(ask("GET", "/" + id, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhyMediaIsRefused() throws Exception {
        HttpResponse<byte[]> answer = ask("POST", "/to/4915112345678", BodyPublishers.ofByteArray(new byte[] {0}));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("Refused ");
        assertThat(simulator.calls()).isEmpty();
    }

    private HttpResponse<byte[]> ask(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(media + path))
                        .method(method, body)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
