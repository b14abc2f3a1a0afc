package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.component.mail.MailBinding;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.PartsFailedException;
import org.cameld360.media.SendReport;
import org.cameld360.media.SentMessage;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails as Camel's mail component hands them over: what somebody attached goes, and nothing else. */
class MailAttachmentsTest extends SimulatedRoutes {

    private static final String LOGO =
            part("photo.png", "image/png; name=logo.png", "inline; filename=logo.png", "Content-ID: <logo@01DA>");
    private static final String PHOTO =
            part("photo.jpg", "image/jpeg", "attachment; filename=photo.jpg", "Content-ID: <f_1>");
    private static final String APPLE_PHOTO =
            part("photo.jpg", "image/jpeg; name=IMG_2.jpeg", "inline; filename=IMG_2.jpeg", "Content-Id: <X-1@icloud>");
    private static final String SIGNATURE =
            part("note.txt", "application/pgp-signature", "attachment; filename=signature.asc");
    private static final String PLAIN = text("text/plain", "For you");
    private static final String HTML = text("text/html", "<p>For you</p><img src=3D\"cid:logo@01DA\">");

    @ParameterizedTest
    @EnumSource
    void theLogoAndTheSignatureStayAndThePhotoGoes(ApiVersion version) throws Exception {
        String related = multipart("related", multipart("alternative", PLAIN, HTML), LOGO);

        Exchange sent = send(version, mail("mixed", related, PHOTO, SIGNATURE), "auto");

        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody(SentMessage.class).fileName()).isEqualTo("photo.jpg");
        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("image");
    }

    @Test
    void aPhotoThatApplePutInlineGoesSinceTheTextDoesNotShowIt() throws Exception {
        String alternative = multipart("alternative", PLAIN, HTML);

        Exchange sent = send(ApiVersion.V2, mail("mixed", alternative, APPLE_PHOTO), "auto");

        assertThat(sent.getMessage().getBody(SentMessage.class).fileName()).isEqualTo("IMG_2.jpeg");
    }

    @Test
    void aPhotoThatApplePutInlineBelowPlainTextGoes() throws Exception {
        Exchange sent = send(ApiVersion.V2, mail("mixed", PLAIN, APPLE_PHOTO), "auto");

        assertThat(sent.getMessage().getBody(SentMessage.class).fileName()).isEqualTo("IMG_2.jpeg");
    }

    @Test
    void theTextAloneIsEvidenceToo() throws Exception {
        MimeMessage mail = mail("mixed", multipart("alternative", PLAIN, HTML), LOGO, APPLE_PHOTO);
        for (Map.Entry<String, List<String>> expected : Map.of(
                        "<p>For you</p><img src='cid:LOGO@01da'>", List.of("IMG_2.jpeg"),
                        "For you", List.<String>of())
                .entrySet()) {
            Exchange sent = template.request("d360-v2:send?to=49151234567&attachments=only", e -> {
                attach(e, mail);
                e.getMessage().setBody(expected.getKey());
            });
            SentMessage message = sent.getMessage().getBody(SentMessage.class);
            List<String> names = message == null ? List.of() : List.of(message.fileName());
            assertThat(names).as(expected.getKey()).isEqualTo(expected.getValue());
        }
    }

    @Test
    void aWholeMailAsBodyIsReadAsWell() throws Exception {
        MimeMessage mail = mail("mixed", HTML, LOGO, PHOTO);
        Exchange sent = template.request("d360-v2:send?to=49151234567", e -> {
            attach(e, mail);
            e.getMessage().setBody(mail);
        });

        assertThat(sent.getMessage().getBody(SentMessage.class).fileName()).isEqualTo("photo.jpg");
    }

    @Test
    void everythingGoesWhereTheRouteSaysSo() throws Exception {
        MimeMessage mail = mail("mixed", HTML, LOGO, PHOTO, SIGNATURE);
        Exchange sent = template.request("d360-media:send?to=49151234567&inlineAttachments=true", e -> attach(e, mail));

        assertThat(sent.getMessage().getBody(SendReport.class).rows())
                .extracting(SendReport.Row::fileName)
                .containsExactlyInAnyOrder("logo.png", "photo.jpg", "signature.asc");
    }

    @Test
    void whatWasLeftOutIsLoggedAtDebugAndIsNoRowOfTheReport() throws Exception {
        String invoice = part("invoice.pdf", "application/pdf", "attachment; filename=invoice.pdf");
        CapturedLog log = new CapturedLog();
        log.start();
        Exchange sent;
        try {
            sent = send(ApiVersion.V2, mail("mixed", HTML, LOGO, PHOTO, invoice), "auto");
        } finally {
            log.stop();
        }

        assertThat(sent.getMessage().getBody(SendReport.class).rows())
                .extracting(SendReport.Row::fileName)
                .containsExactlyInAnyOrder("photo.jpg", "invoice.pdf");
        assertThat(log.text())
                .contains("AttachmentsOfSender - Left out of the message: ['logo.png' (an image within the text)]");
    }

    @Test
    void whereNothingIsLeftTheBodyGoes() throws Exception {
        MimeMessage mail = mail("mixed", HTML, LOGO);
        Exchange sent = template.request("d360-v2:send?to=49151234567", e -> {
            attach(e, mail);
            e.getMessage().setBody(sample("invoice.pdf").toFile());
        });

        assertThat(sent.getMessage().getBody(SentMessage.class).fileName()).isEqualTo("invoice.pdf");
    }

    @Test
    void whereNothingIsLeftAndNothingElseMayGoItSaysWhy() throws Exception {
        Exchange refused = send(ApiVersion.V2, mail("mixed", HTML, LOGO, SIGNATURE), "only");

        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("'logo.png' (an image within the text)")
                .hasMessageContaining("'signature.asc' (a signature)")
                .hasMessageContaining("inlineAttachments=true");
        assertThat(simulator().calls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatOutlookWrappedIsRefusedWithWhatTheSenderCanDoAndTheOthersGo(ApiVersion version) throws Exception {
        Exchange sent = send(version, mail("mixed", PLAIN, PHOTO, winmail("application/ms-tnef")), "auto");

        assertThat(sent.getException()).isInstanceOf(PartsFailedException.class);
        SendReport report = ((PartsFailedException) sent.getException()).getReport();
        assertThat(report.rows()).filteredOn(SendReport.Row::isSent).hasSize(1);
        assertThat(report.rows())
                .filteredOn(row -> !row.isSent())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.reason()).contains("'winmail.dat'", "Outlook", "as HTML or plain text"));
    }

    @Test
    void whatOutlookWrappedIsKnownByItsContentAndGoesWithoutValidation() throws Exception {
        MimeMessage mail = mail("mixed", PLAIN, winmail("application/octet-stream"));

        assertThat(send(ApiVersion.V1, mail, "auto").getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("Outlook");
        Exchange sent = template.request("d360-media:send?to=49151234567&validation=off", e -> attach(e, mail));
        assertThat(sent.getException()).isNull();
        assertThat(simulator().messages()).extracting(ReceivedMessage::type).containsExactly("document");
    }

    private Exchange send(ApiVersion version, MimeMessage mail, String attachments) {
        return template.request(
                scheme(version) + ":send?to=49151234567&attachments=" + attachments, e -> attach(e, mail));
    }

    /** As the mail component does. */
    private static void attach(Exchange exchange, MimeMessage mail) throws Exception {
        Map<String, Attachment> attachments = new HashMap<>();
        new MailBinding().extractAttachmentsFromMail(mail, attachments);
        exchange.getMessage(AttachmentMessage.class).setAttachmentObjects(attachments);
        exchange.getMessage().setBody(mail.getContent());
    }

    private static MimeMessage mail(String kind, String... parts) throws Exception {
        String text = "Subject: For you\r\nMIME-Version: 1.0\r\n" + multipart(kind, parts);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String multipart(String kind, String... parts) {
        String boundary = "b" + Math.abs(Arrays.hashCode(parts));
        return "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n"
                + String.join("\r\n--" + boundary + "\r\n", parts) + "\r\n--" + boundary + "--\r\n";
    }

    private static String text(String type, String text) {
        return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + text
                + "\r\n";
    }

    private static String part(String sample, String type, String disposition, String... headers) {
        try {
            return part(Files.readAllBytes(sample(sample)), type, disposition, headers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(byte[] content, String type, String disposition, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "Content-Type: " + type + "\r\nContent-Disposition: " + disposition + "\r\n" + more
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n";
    }

    private static String winmail(String type) {
        byte[] content = {0x78, (byte) 0x9f, 0x3e, 0x22, 1, 0, 1, (byte) 0x90, 8, 0};
        return part(content, type, "attachment; filename=winmail.dat");
    }
}
