package org.cameld360.examples.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.kafka.Running.FAILED;
import static org.cameld360.examples.kafka.Running.SENT;
import static org.cameld360.examples.kafka.Running.TO;
import static org.cameld360.examples.kafka.Running.header;
import static org.cameld360.examples.kafka.Running.pdf;
import static org.cameld360.examples.kafka.Running.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What records bring, and where they end. */
class RecordsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder, 1);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void sendsTheFileThatARecordPointsTo() throws Exception {
        Files.createDirectories(folder.resolve("media/2026"));
        Files.write(folder.resolve("media/2026/bill, 'ä' ${sysenv.PATH}.pdf"), pdf("by reference"));
        running.start();

        running.refer(TO, "{\"file\": \"2026/bill, 'ä' ${sysenv.PATH}.pdf\", \"caption\": \"Your bill\"}");

        await().atMost(SOON).until(() -> running.committed() == 1);
        assertThat(running.simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.fileName()).isEqualTo("bill, 'ä' _{sysenv.PATH}.pdf");
            assertThat(message.caption()).isEqualTo("Your bill");
        });
    }

    @Test
    void sendsWhatARecordHolds() throws Exception {
        running.start();

        running.put(TO, sample("photo.jpg"), "name", "photo.jpg", "caption", "Grüße, ${sysenv.PATH}");

        await().atMost(SOON).until(() -> running.committed() == 1);
        ReceivedMessage message = running.simulator.messages().get(0);
        assertThat(message.to()).isEqualTo("+" + TO);
        assertThat(message.caption()).isEqualTo("Grüße, ${sysenv.PATH}");
        ConsumerRecord<String, byte[]> sent = running.in(SENT).get(0);
        assertThat(sent.key()).isEqualTo(TO);
        JsonNode result = new ObjectMapper().readTree(sent.value());
        assertThat(result.path("messageId").asText()).isEqualTo(message.id());
        assertThat(header(sent, "record")).isEqualTo("whatsapp-media-0-0");
        assertThat(sent.headers().lastHeader("caption")).isNull();
    }

    @Test
    void writesEveryRefusalIntoATopicWithItsReasonAndValue() throws Exception {
        running.start();

        running.put(TO, sample("animation.gif"), "name", "a.gif", "order", "4711");
        running.put(TO, pdf("next"), "name", "next.pdf");

        await().atMost(SOON).until(() -> running.committed() == 2);
        ConsumerRecord<String, byte[]> failed = running.in(FAILED).get(0);
        assertThat(failed.key()).isEqualTo(TO);
        assertThat(failed.value()).isEqualTo(sample("animation.gif"));
        assertThat(header(failed, "reason")).contains("image/gif");
        assertThat(header(failed, "order")).isEqualTo("4711");
        assertThat(running.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("next.pdf");
    }

    @Test
    void referencesThatLeadNowhereFailAndHoldNothingUp() throws Exception {
        List<String> references = List.of(
                "{\"file\": \"../secret.pdf\"}",
                "{\"file\": \"a/../../secret.pdf\"}",
                "{\"file\": \"/etc/passwd\"}",
                "{\"file\": \".hidden/secret.pdf\"}",
                "{\"file\": \"a//b.pdf\"}",
                "{\"file\": \"..\\\\secret.pdf\"}",
                "{\"file\": \"a\\u0000.pdf\"}",
                "{\"file\": \"missing.pdf\"}",
                "{\"file\": \"folder\"}",
                "{\"file\": [\"../secret.pdf\"]}",
                "{\"file\": {}}",
                "{\"link\": \"file:///etc/passwd\"}",
                "{\"link\": \"no link\"}",
                "{}",
                "[]",
                "7",
                "{\"file\": ",
                "nonsense",
                "");
        Files.write(folder.resolve("secret.pdf"), pdf("secret"));
        Files.createDirectories(folder.resolve("media/.hidden"));
        Files.createDirectories(folder.resolve("media/folder"));
        Files.write(folder.resolve("media/.hidden/secret.pdf"), pdf("secret"));
        for (String reference : references) {
            running.refer(TO, reference);
        }
        running.put(TO, pdf("next"), "name", "next.pdf");

        running.start();

        await().atMost(SOON).until(() -> running.committed() == references.size() + 1);
        assertThat(running.in(FAILED))
                .allSatisfy(failed -> assertThat(header(failed, "reason")).isNotBlank())
                .extracting(failed -> new String(failed.value(), UTF_8))
                .containsExactlyElementsOf(references);
        assertThat(running.simulator.messages())
                .extracting(ReceivedMessage::fileName)
                .containsExactly("next.pdf");
    }

    @Test
    void keysThatAreNoNumberFail() throws Exception {
        List<String> keys = List.of("", "nobody", "15550100123,15550100124", "${sysenv.PATH}", "123");
        running.start();

        for (String key : keys) {
            running.put(key, pdf("for nobody"));
        }

        await().atMost(SOON).until(() -> running.committed() == keys.size());
        assertThat(running.in(FAILED)).extracting(ConsumerRecord::key).containsExactlyElementsOf(keys);
        assertThat(running.simulator.calls()).isEmpty();
    }

    @Test
    void aRecordWithoutAKeyFails() throws Exception {
        running.start();

        running.put((String) null, pdf("for nobody"));

        await().atMost(SOON).until(() -> running.committed() == 1);
        assertThat(running.in(FAILED)).hasSize(1);
    }

    @Test
    void aTombstoneAndAnEmptyValueSendNothing() throws Exception {
        running.start();

        running.put(TO, (byte[]) null);
        running.put(TO, new byte[0]);

        await().atMost(SOON).until(() -> running.committed() == 2);
        assertThat(running.simulator.calls()).isEmpty();
        assertThat(running.in(FAILED)).singleElement().satisfies(failed -> assertThat(header(failed, "reason"))
                .contains("0 bytes"));
    }

    @Test
    void headersOfRecordsReachNoOtherOption() throws Exception {
        running.start();

        running.put(
                TO,
                pdf("as usual"),
                "CamelD360MediaTo",
                "15550100199",
                "cameld360mediaapikey",
                "of-another",
                "CAMELD360MEDIALINK",
                "https://elsewhere.example/a.pdf",
                "kafka.OVERRIDE_TOPIC",
                "elsewhere",
                "kafka.KEY",
                "15550100199",
                "caption",
                null);

        await().atMost(SOON).until(() -> running.committed() == 1);
        assertThat(running.simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo("+" + TO);
            assertThat(message.link()).isNull();
            assertThat(message.caption()).isNull();
        });
        assertThat(running.in(SENT)).hasSize(1);
    }

    @Test
    void sendsByLink() throws Exception {
        running.start();

        running.refer(
                TO,
                "{\"link\": \"https://media.example/a.pdf?signature=x\", \"name\": \"a.pdf\", \"type\": \"document\"}");

        await().atMost(SOON).until(() -> running.committed() == 1);
        assertThat(running.simulator.messages()).singleElement().satisfies(message -> {
            assertThat(message.link()).isEqualTo("https://media.example/a.pdf?signature=x");
            assertThat(message.fileName()).isEqualTo("a.pdf");
        });
    }

    @Test
    void worksWithTheApiOfTheFirstGeneration() throws Exception {
        running.start(ApiVersion.V1, Map.of());

        running.put(TO, sample("photo.jpg"));

        await().atMost(SOON).until(() -> running.committed() == 1);
        assertThat(running.simulator.messages()).singleElement().satisfies(message -> assertThat(message.type())
                .isEqualTo("image"));
    }

    @Test
    void eachRecipientGetsTheirMessagesInOrder(@TempDir Path other) throws Exception {
        try (Running parted = new Running(other, 3)) {
            for (int i = 0; i < 30; i++) {
                parted.put("1555010012" + i % 5, pdf("number " + i), "name", i + ".pdf");
            }
            parted.start();

            await().atMost(SOON).until(() -> parted.committed() == 30);
            for (int person = 0; person < 5; person++) {
                String to = "+1555010012" + person;
                assertThat(parted.simulator.messages().stream()
                                .filter(message -> message.to().equals(to))
                                .map(message ->
                                        Integer.parseInt(message.fileName().replace(".pdf", ""))))
                        .hasSize(6)
                        .isSorted();
            }
        }
    }
}
