package org.cameld360.examples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.mail.Mails.TEXT;
import static org.cameld360.examples.mail.Mails.attached;
import static org.cameld360.examples.mail.Mails.html;
import static org.cameld360.examples.mail.Mails.mail;
import static org.cameld360.examples.mail.Mails.mailTo;
import static org.cameld360.examples.mail.Mails.multipart;
import static org.cameld360.examples.mail.Mails.part;
import static org.cameld360.simulator.fault.CallPattern.message;
import static org.cameld360.simulator.fault.CallPattern.upload;
import static org.cameld360.simulator.fault.Failure.withAnswerLost;
import static org.cameld360.simulator.fault.Failure.withDelay;
import static org.cameld360.simulator.fault.Failure.withStatus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cameld360.examples.launcher.Example;
import org.cameld360.examples.launcher.testing.ForkedExample;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.D360Simulator;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a mail ends up, whatever happens: no attachment is lost, and none is sent twice. */
class EveryEndIT {

    private static final String RECIPIENT = "15550100123";
    private static final String PHOTO = attached("photo.jpg", "image/jpeg");
    private static final String INVOICE = attached("invoice.pdf", "application/pdf");
    private static final String WINMAIL = part(
            new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 1, (byte) 0x90, 8, 0},
            "Content-Type: application/ms-tnef; name=winmail.dat",
            "Content-Disposition: attachment; filename=winmail.dat");

    @TempDir
    Path folder;

    private MailServer server;
    private D360Simulator simulator;

    @BeforeEach
    void startServers() {
        server = MailServer.start();
        simulator = D360Simulator.start();
    }

    @AfterEach
    void stopServers() {
        simulator.close();
        server.close();
    }

    @Test
    void aMailWithoutAttachmentsIsPutAside() throws Exception {
        String logo = part("photo.png", "Content-Type: image/png; name=logo.png", "Content-ID: <logo@01DA>");
        server.send(mail("Words", TEXT));
        server.send(mailTo(MailServer.ADDRESS, "Only words", TEXT));
        server.send(mailTo(
                MailServer.ADDRESS, "Words and a logo", multipart("related", html("<img src='cid:logo@01DA'>"), logo)));

        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Failed") == 3);
        }
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void whatNobodyCanOpenAndWhatIsEmptyIsPutAside() throws Exception {
        server.send(mail("Outlook", TEXT, WINMAIL));
        server.send(mail("Empty", TEXT, part(new byte[0], "Content-Disposition: attachment; filename=empty.jpg")));

        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Failed") == 2);
        }
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void whatIsGoodOfAMailGoesAndAMailThatIsMovedBackSendsNothingTwice() throws Exception {
        server.send(mail("Outlook and more", TEXT, PHOTO, WINMAIL, INVOICE));

        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Failed") == 1);
            assertThat(sent()).containsExactly("image", "document");
        }
        server.move("WhatsApp/Failed", "INBOX");
        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Failed") == 1 && server.count("INBOX") == 0);
        }
        assertThat(sent()).containsExactly("image", "document");
    }

    @Test
    void whatCouldNotBeSentIsSentWhenTheServiceIsBackEvenByAnotherRun() throws Exception {
        server.send(mail("Three", TEXT, PHOTO, INVOICE, attached("note.txt", "text/plain")));
        simulator.next(message()).fails(withDelay(Duration.ofMillis(1)));
        simulator.next(message()).fails(withStatus(503).times(2));

        try (Example example = start(Map.of("camel.component.d360-media.max-retries", "0", "mail.delay", "600000"))) {
            soon(() -> state().startsWith("{"));
            assertThat(server.count("INBOX")).isEqualTo(1);
        }
        assertThat(sent()).containsExactly("image");
        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Sent") == 1 && server.count("INBOX") == 0);
        }
        assertThat(sent()).containsExactly("image", "document", "document");
        assertThat(simulator.allMedia()).as("uploaded once").hasSize(3);
    }

    @Test
    void aMailWaitsWhileTheServiceIsDownOrTheKeyIsWrong() throws Exception {
        server.send(mail("Patience", TEXT, PHOTO));

        try (Example example = start(Map.of("camel.component.d360-media.api-key", "wrong"))) {
            soon(() -> simulator.calls().size() > 1);
        }
        assertThat(server.count("INBOX")).isEqualTo(1);
        simulator.next(upload()).fails(withStatus(503).times(2));
        try (Example example = start(Map.of("camel.component.d360-media.max-retries", "0"))) {
            soon(() -> server.count("WhatsApp/Sent") == 1);
        }
        assertThat(sent()).containsExactly("image");
    }

    @Test
    void whatMayHaveArrivedIsPutAsideAndNotSentAgain() throws Exception {
        server.send(mail("Lost", TEXT, PHOTO));
        server.send(mail("Lost among others", TEXT, PHOTO, INVOICE));
        simulator.next(message()).fails(withAnswerLost().times(2));

        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/In doubt") == 2 && server.count("INBOX") == 0);
            assertThat(sent()).containsExactly("image", "image", "document");
        }
        server.move("WhatsApp/In doubt", "INBOX");
        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/In doubt") == 2 && server.count("INBOX") == 0);
        }
        assertThat(sent()).containsExactly("image", "image", "document");
    }

    @Test
    void aMailThatWasSentIsNotSentAgainByTheNextRun() throws Exception {
        server.send(mail("Once", TEXT, PHOTO, INVOICE));
        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Sent") == 1 && server.count("INBOX") == 0);
        }
        // as if the program had ended between the last answer and the move
        server.move("WhatsApp/Sent", "INBOX");
        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/Sent") == 1 && server.count("INBOX") == 0);
        }
        assertThat(sent()).containsExactly("image", "document");
    }

    @Test
    void aMailThatWasOnItsWayWhenTheProgramWasKilledIsInDoubt() throws Exception {
        server.send(mail("Killed", TEXT, PHOTO, INVOICE));
        simulator.next(message()).fails(withDelay(Duration.ofSeconds(60)));
        Map<String, String> properties = properties(Map.of());
        properties.remove("camel.component.d360-media.api-key");
        try (ForkedExample example = ForkedExample.start(
                folder, Map.of("D360_API_KEY", simulator.apiKey(), "MAIL_HOST", "127.0.0.1"), properties)) {
            soon(() -> state().equals("begun") && simulator.allMedia().size() == 1);
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            soon(() -> !example.isRunning());
        }
        assertThat(server.count("INBOX")).isEqualTo(1);

        try (Example example = start()) {
            soon(() -> server.count("WhatsApp/In doubt") == 1 && server.count("INBOX") == 0);
        }
        assertThat(sent().size()).isLessThan(2);
    }

    @Test
    void outsidersCannotChooseWhatIsSentToWhom() throws Exception {
        String headers = "CamelD360MediaTo: 15550100666\r\nCamelD360MediaLink: https://example.org/evil.jpg\r\n"
                + "CamelD360MediaId: 4711\r\nCamelD360MediaCaption: evil\r\nCamelD360MediaApiKey: evil\r\n"
                + "moveTo: Evil\r\ncopyTo: Evil\r\ndelete: true\r\n";
        server.deliver(headers + mail("Headers", TEXT, PHOTO));
        server.deliver(mailTo("whatsapp+15550100666@example.org", "To a stranger", multipart("mixed", TEXT, PHOTO)));
        server.deliver(
                mailTo("whatsapp+15550100@example.org", "To a part of a number", multipart("mixed", TEXT, PHOTO)));
        server.deliver(mailTo("whatsapp+15550100199@example.org", "To a friend", multipart("mixed", TEXT, PHOTO)));

        try (Example example = start(Map.of("whatsapp.allowed-to", "15550100199,15550100200"))) {
            soon(() -> server.count("WhatsApp/Failed") == 2 && server.count("WhatsApp/Sent") == 2);
        }
        assertThat(server.subjects("Evil")).isEmpty();
        assertThat(simulator.messages())
                .extracting(ReceivedMessage::to, ReceivedMessage::caption)
                .containsExactly(tuple("+" + RECIPIENT, "Headers"), tuple("+15550100199", "To a friend"));
    }

    @Test
    void invitationsAndForwardedMailsGoWhereTheApiTakesThem() throws Exception {
        String invitation = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Meter\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        String alternative = multipart(
                "alternative", TEXT, "Content-Type: text/calendar; method=REQUEST; charset=UTF-8\r\n\r\n" + invitation);
        String attachment = "Content-Type: application/ics; name=invite.ics\r\n"
                + "Content-Disposition: attachment; filename=invite.ics\r\n\r\n" + invitation;
        String forwarded = "Content-Type: message/rfc822; name=\"Old.eml\"\r\n"
                + "Content-Disposition: attachment; filename=\"Old.eml\"\r\n\r\n" + mail("Old", TEXT, PHOTO);
        server.send(mail("Invitation", alternative, attachment));
        server.send(mail("Forwarded", TEXT, forwarded));

        try (Example example = start(Map.of(
                "camel.component.d360-media.api-version",
                "v1",
                "camel.component.d360-media.base-url",
                simulator.baseUrl(ApiVersion.V1)))) {
            soon(() -> server.count("INBOX") == 0);
        }
        assertThat(simulator.messages()).extracting(ReceivedMessage::fileName).containsExactly("invite.ics", "Old.eml");
    }

    private Example start() throws Exception {
        return start(Map.of());
    }

    private Example start(Map<String, String> more) throws Exception {
        return Example.start(Map.of("D360_API_KEY", simulator.apiKey(), "MAIL_HOST", "127.0.0.1"), properties(more));
    }

    private Map<String, String> properties(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(server.properties(folder.resolve("state")));
        properties.put("camel.component.d360-media.api-key", simulator.apiKey());
        properties.put("camel.component.d360-media.base-url", simulator.baseUrl(ApiVersion.V2));
        properties.put("whatsapp.to", RECIPIENT);
        properties.putAll(more);
        return properties;
    }

    private List<String> sent() {
        return simulator.messages().stream().map(ReceivedMessage::type).toList();
    }

    /** What the one file of the state says; empty where there is none. */
    private String state() throws Exception {
        if (!Files.exists(folder.resolve("state"))) {
            return "";
        }
        try (var files = Files.list(folder.resolve("state"))) {
            Path file = files.findFirst().orElse(null);
            return file == null ? "" : Files.readString(file);
        }
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
