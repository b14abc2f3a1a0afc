package org.cameld360.examples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.mail.Mails.TEXT;
import static org.cameld360.examples.mail.Mails.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.StoredMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attachments larger than the heap that is there for them. */
class LargeMailsIT {

    private static final Duration SOON = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void aHundredMillionBytesGoThroughASmallHeap() throws Exception {
        HugeDocument document = new HugeDocument(100_000_000);
        try (HugeMailServer server = new HugeMailServer(document);
                D360Simulator simulator = D360Simulator.start();
                ForkedExample example = start(
                        simulator,
                        Map.of(
                                "mail.media-ids",
                                folder.resolve("media-ids").toString(),
                                "mail.smtp",
                                "smtp:127.0.0.1:" + server.port(),
                                "mail.address",
                                MailServer.ADDRESS,
                                "mail.to",
                                "office@example.org",
                                "mail.imap",
                                "imap:127.0.0.1:" + server.port(),
                                "mail.username",
                                "whatsapp",
                                "mail.password",
                                "secret",
                                "mail.delay",
                                "500",
                                "mail.state",
                                folder.resolve("state").toString()))) {
            await().atMost(SOON)
                    .failFast(() ->
                            assertThat(example.isRunning()).as(example.output()).isTrue())
                    .untilAsserted(() ->
                            assertThat(server.isDeleted()).as(example.output()).isTrue());

            arrived(simulator, document);
            assertThat(server.copiedTo()).containsExactly("WhatsApp/Sent");
            assertThat(server.largestPiece()).isEqualTo(1_000_000);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(temporaryFiles()).isZero());
            System.out.printf(
                    "mail: 100,000,000 bytes, peak heap after a collection %d MB%n",
                    example.peakHeapAfterCollection().orElse(0) / 1_048_576);
        }
    }

    @Test
    void twentyFiveMillionBytesComeThroughARealMailServer() throws Exception {
        HugeDocument document = new HugeDocument(25_000_000);
        String text = new String(
                document.encoded(0, (int) document.encodedSize()), java.nio.charset.StandardCharsets.US_ASCII);
        try (MailServer server = MailServer.start();
                D360Simulator simulator = D360Simulator.start()) {
            server.deliver(mail(
                    "The plans",
                    TEXT,
                    "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=plans.pdf\r\n"
                            + "Content-Transfer-Encoding: base64\r\n\r\n" + text));
            try (ForkedExample example = start(simulator, server.properties(folder.resolve("state")))) {
                await().atMost(SOON)
                        .failFast(() -> assertThat(example.isRunning())
                                .as(example.output())
                                .isTrue())
                        .untilAsserted(() -> assertThat(server.count("WhatsApp/Sent"))
                                .as(example.output())
                                .isOne());
            }
            arrived(simulator, document);
        }
    }

    private ForkedExample start(D360Simulator simulator, Map<String, String> mail) throws Exception {
        Map<String, String> properties = new HashMap<>(mail);
        properties.put("camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2));
        properties.put("whatsapp.to", "15550100123");
        return ForkedExample.start(
                folder, Map.of("D360_API_KEY", simulator.apiKey(), "MAIL_HOST", "127.0.0.1"), properties);
    }

    private static void arrived(D360Simulator simulator, HugeDocument document) throws Exception {
        assertThat(simulator.messages()).hasSize(1);
        assertThat(simulator.messages().get(0).fileName()).isEqualTo("plans.pdf");
        StoredMedia media = simulator.allMedia().get(0);
        assertThat(media.size()).isEqualTo(document.size());
        assertThat(media.sha256()).isEqualTo(document.sha256());
    }

    private long temporaryFiles() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("tmp"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
