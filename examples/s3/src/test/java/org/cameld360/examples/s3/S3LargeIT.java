package org.cameld360.examples.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.assertj.SimulatorAssertions.assertThat;
import static org.cameld360.simulator.expect.ExpectedMessage.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.examples.launcher.testing.LargeFile;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The largest document that v2 takes, from the bucket and into it, through a heap that could not hold it. */
class S3LargeIT {

    private static final long SIZE = 100_000_000;

    @TempDir
    private Path folder;

    private final S3StandIn bucket = new S3StandIn();

    @Test
    void carries100MbEachWayWith96MbOfHeap() throws Exception {
        Path file = folder.resolve("large.pdf");
        String sha256 = LargeFile.write(file, SIZE);
        Path requests = Files.createDirectory(folder.resolve("requests"));
        Path fork = Files.createDirectory(folder.resolve("fork"));
        bucket.serve(Files.createDirectory(folder.resolve("server")));
        try (D360Simulator simulator = D360Simulator.start();
                ForkedExample example = ForkedExample.start(fork, environment(simulator, requests), Map.of())) {
            bucket.put("outbox/15550100155/ö large.pdf", RequestBody.fromFile(file), "application/pdf", Map.of());
            soon(example).until(() -> keys("sent/").size() == 1);
            tell("bucket to WhatsApp", example);

            bucket.put("archive/large.pdf", RequestBody.fromFile(file), "application/pdf", Map.of());
            request(requests, "send.json", "{\"key\": \"archive/large.pdf\", \"to\": \"15550100156\"}");
            soon(example).until(() -> fulfilled(requests) == 1);
            tell("bucket to WhatsApp on request", example);

            String received =
                    simulator.receive(inbound("application/pdf", file)).media().id();
            request(requests, "fetch.json", "{\"mediaId\": \"" + received + "\"}");
            soon(example).until(() -> fulfilled(requests) == 2);
            tell("WhatsApp to bucket", example);

            assertThat(simulator)
                    .received(document()
                            .to("15550100155")
                            .withFileName("ö large.pdf")
                            .withBytes(sha256));
            assertThat(simulator)
                    .received(document()
                            .to("15550100156")
                            .withFileName("large.pdf")
                            .withBytes(sha256));
            assertThat(simulator.allMedia())
                    .allSatisfy(media -> assertThat(media.size()).isEqualTo(SIZE));
            Path stored = folder.resolve("stored.pdf");
            String key = keys("received/").get(0);
            bucket.client().getObject(get -> get.bucket(S3StandIn.BUCKET).key(key), stored);
            assertThat(LargeFile.sha256(stored)).isEqualTo(sha256);
        } finally {
            bucket.close();
        }
        try (Stream<Path> left = Files.list(fork.resolve("tmp"))) {
            assertThat(left).as("temporary files of the program that has ended").isEmpty();
        }
    }

    private Map<String, String> environment(D360Simulator simulator, Path requests) {
        Map<String, String> environment = new HashMap<>(bucket.environment());
        environment.put("D360_API_KEY", simulator.apiKey());
        environment.put("D360_BASE_URL", simulator.baseUrl(ApiVersion.V2));
        environment.put("S3_REQUESTS", requests.toString());
        environment.put("S3_BEGUN", folder.resolve("begun.txt").toString());
        return environment;
    }

    private static ConditionFactory soon(ForkedExample example) {
        return await().atMost(Duration.ofMinutes(2))
                .failFast(() ->
                        assertThat(example.isRunning()).as(example.output()).isTrue());
    }

    private List<String> keys(String prefix) {
        return bucket
                .client()
                .listObjectsV2(list -> list.bucket(S3StandIn.BUCKET).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private static void request(Path requests, String name, String json) throws IOException {
        Path unfinished = Files.writeString(requests.resolve(name + ".tmp"), json, UTF_8);
        Files.move(unfinished, requests.resolve(name));
    }

    private static long fulfilled(Path requests) throws IOException {
        try (Stream<Path> files = Files.walk(requests)) {
            return files.filter(file -> file.getParent().endsWith(".sent")).count();
        }
    }

    private static void tell(String way, ForkedExample example) throws IOException {
        System.out.printf(
                "s3, %s: 100,000,000 bytes, peak heap after a collection %d MB%n",
                way, example.peakHeapAfterCollection().orElseThrow() / 1_048_576);
    }
}
