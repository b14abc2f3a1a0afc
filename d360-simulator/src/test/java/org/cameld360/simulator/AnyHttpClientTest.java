package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.image;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.Failure.with503ThenOk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test without Camel, as the page on testing shows it. */
@ExtendWith(D360SimulatorExtension.class)
class AnyHttpClientTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void thePhotoArrivesWithItsCaption(D360Simulator simulator) throws Exception {
        HttpResponse<String> answer = client.send(meterPhoto(simulator), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(simulator).received(image().to("4915112345678").withCaption("The meter"));
    }

    @Test
    void anOutageIsSeen(D360Simulator simulator) throws Exception {
        simulator.next(message()).fails(with503ThenOk());

        HttpResponse<String> answer = client.send(meterPhoto(simulator), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(simulator).receivedNothing();
    }

    private static HttpRequest meterPhoto(D360Simulator simulator) {
        return HttpRequest.newBuilder(URI.create(simulator.baseUrl(ApiVersion.V2) + "/messages"))
                .header("D360-API-KEY", simulator.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {
                          "messaging_product": "whatsapp",
                          "to": "4915112345678",
                          "type": "image",
                          "image": {"link": "https://example.org/meter.jpg", "caption": "The meter"}
                        }
                        """))
                .build();
    }
}
