package org.cameld360.examples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.mail.Mails.content;
import static org.cameld360.simulator.Inbound.inbound;
import static org.cameld360.simulator.fault.CallPattern.download;
import static org.cameld360.simulator.fault.Failure.withStatus;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.cameld360.examples.launcher.Example;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people send by WhatsApp, as a mail. */
class WhatsAppToMailIT {

    private static final String OFFICE = "office@example.org";
    private static final Duration SOON = Duration.ofSeconds(60);

    private Example example;
    private MailServer server;
    private Path ids;

    @BeforeEach
    void start() throws Exception {
        example = Example.start(Map.of("MAIL_SAMPLES", "none"), Map.of("camel.component.d360-media.max-retries", "0"));
        server = example.standIn(MailStandIn.class).server();
        ids = Path.of(example.context().resolvePropertyPlaceholders("{{mail.media-ids}}"));
    }

    @AfterEach
    void stop() {
        example.close();
    }

    @Test
    void mediaIsMailedWithItsNameAndTypeAndOnceTheServiceIsBack() throws Exception {
        String id = example.simulator()
                .receive(inbound("application/pdf", content("invoice.pdf"))
                        .from("15550100123")
                        .withFileName("Zähler 1.pdf"))
                .media()
                .id();
        example.simulator().next(download()).fails(withStatus(503).times(2));

        ask("photo", " " + id + "\n");
        await().atMost(SOON).until(() -> server.receivedBy(OFFICE).size() == 1);

        MimeMessage mail = server.receivedBy(OFFICE).get(0);
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly(MailServer.ADDRESS);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains(id);
        BodyPart attached = parts.getBodyPart(1);
        assertThat(attached.getContentType()).startsWith("application/pdf");
        assertThat(attached.getInputStream()).hasBinaryContent(content("invoice.pdf"));
        await().atMost(SOON).until(() -> Files.exists(ids.resolve(".done/photo")));
        assertThat(server.count("INBOX")).as("goes round in circles").isZero();
    }

    @Test
    void anIdThatNobodyKnowsIsPutAside() throws Exception {
        ask("unknown", "1234567890123456");

        await().atMost(SOON).until(() -> Files.exists(ids.resolve(".failed/unknown")));
        assertThat(server.receivedBy(OFFICE)).isEmpty();
    }

    private void ask(String name, String id) throws Exception {
        Files.createDirectories(ids);
        Path unfinished = Files.writeString(ids.resolve("." + name), id);
        Files.move(unfinished, ids.resolve(name));
    }
}
