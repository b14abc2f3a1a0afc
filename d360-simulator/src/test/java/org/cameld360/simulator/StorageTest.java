package org.cameld360.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.simulator.Inbound.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cameld360.simulator.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder that goes while the simulator runs, and folders that other runs left. */
class StorageTest {

    private static final String V1_ERROR =
            "{\"meta\":{\"httpCode\":500,\"developerMessage\":\"Internal server error\",\"success\":false}}";
    private static final String V2_ERROR = "{\"error\":\"Internal server error\"}";

    @TempDir
    private Path folder;

    private D360Simulator simulator;
    private Client v1;
    private Client v2;

    @BeforeEach
    void start() {
        simulator = D360Simulator.builder().dataFolder(folder).start();
        v1 = new Client(simulator, ApiVersion.V1);
        v2 = new Client(simulator, ApiVersion.V2);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** On both sides of the size above which a body goes to disk before anything looks at it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 3_000_000})
    void answersAnUploadThatCannotBeKeptInTheWordsOfTheApi(int size) throws IOException {
        byte[] media = Samples.random(size);
        removeRuns();

        assertRefused(v1.post("/media", "image/png", media), V1_ERROR);
        assertRefused(v2.upload(Form.ofFile("application/pdf", media)), V2_ERROR);

        assertThat(simulator.allMedia()).isEmpty();
        assertThat(v1.withKey("WRONG").post("/media", "image/png", media).status())
                .isEqualTo(401);
    }

    @Test
    void answersADownloadOfWhatIsGoneInTheWordsOfTheApi() throws IOException {
        String ofV1 = v1.post("/media", "image/png", Samples.random(10))
                .json()
                .at("/media/0/id")
                .asText();
        String ofV2 = v2.upload(Form.ofFile("image/png", Samples.random(10)))
                .json()
                .path("id")
                .asText();
        String url = v2.get("/" + ofV2).json().path("url").asText();
        removeRuns();

        assertRefused(v1.get("/media/" + ofV1), V1_ERROR);
        assertRefused(
                v2.send(v2.request(url.substring(url.indexOf("/whatsapp")))
                        .header("User-Agent", "test")
                        .GET()),
                V2_ERROR);
        assertPageSays(v2.get("/_simulator/media/" + ofV2));
    }

    @Test
    void tellsThePageWhyAnInboundMessageWasNotTaken() throws IOException {
        removeRuns();

        assertPageSays(v2.post("/_simulator/api/inbound?from=4915112345678", "image/png", Samples.random(10)));
        assertPageSays(v2.post("/_simulator/api/inbound?from=4915112345678", "image/png", Samples.random(3_000_000)));
        assertThat(v2.get("/_simulator/api/messages").json().path("messages")).isEmpty();
    }

    @Test
    void leavesTheFoldersOfOthersThatRunAlone() throws IOException {
        simulator.receive(inbound("image/png", Samples.random(10)));
        try (D360Simulator other = D360Simulator.builder().dataFolder(folder).start()) {
            other.receive(inbound("image/png", Samples.random(10)));
            try (D360Simulator third =
                    D360Simulator.builder().dataFolder(folder).start()) {
                third.receive(inbound("image/png", Samples.random(10)));
                assertThat(runs()).isEqualTo(3);
            }
            assertThat(runs()).isEqualTo(2);
        }
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void leavesWhatOnlyLooksLikeOneOfItsFoldersAlone() throws IOException {
        Path alike = Files.createDirectory(folder.resolve("d360-simulator-x"));
        Path file = Files.writeString(alike.resolve("file"), "x");

        D360Simulator.builder().dataFolder(folder).start().close();

        assertThat(file).hasContent("x");
    }

    private void assertRefused(Reply reply, String answer) {
        assertThat(reply.text()).isEqualTo(answer);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(simulator.calls()).last().extracting(RecordedCall::refusal).isEqualTo("storage-unusable");
        String after = Integer.toString(simulator.calls().size() - 1);
        assertThat(v2.get("/_simulator/api/calls?after=" + after)
                        .json()
                        .at("/calls/0/details")
                        .asText())
                .startsWith("the data folder cannot be used: NoSuchFileException " + folder);
    }

    private static void assertPageSays(Reply reply) {
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().path("error").asText()).startsWith("the data folder cannot be used: ");
    }

    private long runs() throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.count();
        }
    }

    private void removeRuns() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
