package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(D360SimulatorExtension.class)
class KeysTest {

    private final D360Simulator simulator;

    KeysTest(D360Simulator simulator) {
        this.simulator = simulator;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "simulator-"})
    void refusesAMissingOrWrongKeyOnAllPathsOfV1(String key) {
        Client client = new Client(simulator, ApiVersion.V1).withKey(key);

        assertThat(Stream.of(
                        client.post("/media", "image/png", Samples.random(10)),
                        client.get("/media/1"),
                        client.delete("/media/1"),
                        client.postJson("/messages", "{}"),
                        client.get("/anything")))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(401);
                    assertThat(reply.text())
                            .isEqualTo("{\"meta\":{\"httpCode\":404,\"developerMessage\":"
                                    + "\"Invalid api_key or token expired\",\"success\":false}}");
                });
        assertRefusals(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void refusesAMissingOrWrongKeyOnAllPathsOfV2(String key) {
        Client known = new Client(simulator, ApiVersion.V2);
        String id = known.upload(Form.ofFile("image/png", Samples.random(10)))
                .json()
                .path("id")
                .asText();
        String download = known.get("/" + id).json().path("url").asText().replace("https://lookaside.fbsbx.com", "");
        Client client = known.withKey(key);

        assertThat(Stream.of(
                        client.upload(Form.ofFile("image/png", Samples.random(10))),
                        client.get("/" + id),
                        client.get(download),
                        client.delete("/" + id),
                        client.postJson("/messages", "{}")))
                .allSatisfy(reply -> {
                    assertThat(reply.status()).isEqualTo(401);
                    assertThat(reply.text()).isEqualTo("{\"error\":\"Invalid API key\"}");
                });
        assertThat(known.get(download).status()).isEqualTo(200);
    }

    @Test
    void refusesTwoKeys() {
        Client client = new Client(simulator, ApiVersion.V1);
        Reply reply = client.send(
                client.request("/media/1").header("D360-API-KEY", "other").GET());

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void takesTheHeaderInAnyCase() {
        Client client = new Client(simulator, ApiVersion.V1).withKey("");
        Reply reply = client.send(client.request("/media/1")
                .header("d360-Api-Key", simulator.apiKey())
                .GET());

        assertThat(reply.status()).isEqualTo(404);
    }

    @Test
    void makesUpARecognisableKeyForEachSimulator() {
        try (D360Simulator other = D360Simulator.start()) {
            assertThat(simulator.apiKey()).matches("SIMULATOR-[0-9A-F]{24}").isNotEqualTo(other.apiKey());
        }
    }

    private void assertRefusals(String key) {
        assertThat(simulator.calls())
                .extracting(RecordedCall::refusal)
                .containsOnly(key.isEmpty() ? "key-missing" : "key-wrong");
    }
}
