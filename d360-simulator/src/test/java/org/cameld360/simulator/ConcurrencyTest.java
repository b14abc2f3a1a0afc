package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(D360SimulatorExtension.class)
class ConcurrencyTest {

    private static final int CLIENTS = 8;
    private static final int UPLOADS = 200;

    @Test
    void servesEightClientsThatUpload200MediaEach(D360Simulator simulator)
            throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                ApiVersion version = ApiVersion.values()[i % 2];
                int seed = i * UPLOADS;
                tasks.add(() -> uploadGetAndSend(new Client(simulator, version), version, seed));
            }
            for (Future<Void> task : executor.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            executor.shutdown();
        }

        assertThat(simulator.allMedia()).hasSize(CLIENTS * UPLOADS);
        assertThat(simulator.allMedia()).extracting(StoredMedia::sha256).doesNotHaveDuplicates();
        assertThat(simulator.messages()).hasSize(CLIENTS * UPLOADS);
        assertThat(simulator.messages())
                .extracting(ReceivedMessage::mediaId)
                .containsExactlyInAnyOrderElementsOf(
                        simulator.allMedia().stream().map(StoredMedia::id).toList());
        assertThat(simulator.calls()).extracting(RecordedCall::refusal).containsOnlyNulls();
    }

    private static Void uploadGetAndSend(Client client, ApiVersion version, int seed) {
        for (int i = 1; i <= UPLOADS; i++) {
            byte[] media = Samples.random(1_000 + seed + i);
            String id;
            if (version == ApiVersion.V1) {
                id = client.post("/media", "image/png", media)
                        .json()
                        .at("/media/0/id")
                        .asText();
                assertThat(client.get("/media/" + id).body()).isEqualTo(media);
            } else {
                id = client.upload(Form.ofFile("image/png", media))
                        .json()
                        .path("id")
                        .asText();
                String url = client.get("/" + id).json().path("url").asText();
                assertThat(client.get(url.replace("https://lookaside.fbsbx.com", ""))
                                .body())
                        .isEqualTo(media);
            }
            String product = version == ApiVersion.V1 ? "" : "\"messaging_product\":\"whatsapp\",";
            client.postJson(
                    "/messages",
                    "{" + product + "\"to\":\"4915112345678\",\"type\":\"image\",\"image\":{\"id\":\"" + id + "\"}}");
        }
        return null;
    }
}
