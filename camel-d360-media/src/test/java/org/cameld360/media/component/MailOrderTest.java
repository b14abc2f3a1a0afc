package org.cameld360.media.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.component.mail.MailBinding;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.SendReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attachments in the order of their mail, whatever Camel's mail component made of it. */
class MailOrderTest extends SimulatedRoutes {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String SEND = "d360-v2:send?to=49151234567&attachments=only";

    @Test
    void attachmentsKeepTheOrderOfTheMail() throws Exception {
        List<String> names =
                IntStream.range(0, 20).mapToObj(i -> (i * 7 % 20) + ".txt").toList();

        assertThat(namesSent(mail(names), true)).isEqualTo(names);
        assertThat(namesSent(mail(names), false)).isEqualTo(names);
    }

    @Test
    void aNameThatComesTwiceIsNoReasonToLoseAnAttachment() throws Exception {
        List<String> names = List.of("b.txt", "a.txt", "b.txt", "a.txt", "b.txt");

        assertThat(namesSent(mail(names), true)).isEqualTo(names);
        assertThat(namesSent(mail(names), false)).isEqualTo(names);
    }

    @Test
    void whatHasNoNameGoesAtItsPlaceUnlessItIsText() throws Exception {
        MimeMultipart parts = new MimeMultipart(
                part("nameless", "application/x-unknown", null),
                part("a.txt", "text/plain", "a.txt"),
                part("said", "text/plain", null));
        BodyPart attached = part("attached", "text/plain", null);
        attached.setDisposition("attachment");
        parts.addBodyPart(attached);
        MimeMessage mail = received(parts);

        for (boolean mapped : List.of(true, false)) {
            assertThat(contentsSent(mail, mapped)).containsExactly("nameless", "a.txt", "attached");
        }
    }

    @Test
    void whatTheRouteRemovedStaysAwayAndWhatItAddedComesLast() throws Exception {
        MimeMessage mail = mail(List.of("c.txt", "b.txt", "a.txt"));
        Exchange sent = template.request(SEND, e -> {
            map(e, mail);
            AttachmentMessage message = e.getMessage(AttachmentMessage.class);
            message.addAttachment("0.txt", message.getAttachment("a.txt"));
            message.removeAttachment("b.txt");
        });

        assertThat(names(sent)).containsExactly("c.txt", "a.txt", "a.txt");
    }

    @Test
    void whereTheRouteRemovedThemAllNoneGoes() throws Exception {
        MimeMessage mail = mail(List.of("b.txt", "a.txt"));
        Exchange refused = template.request(SEND, e -> {
            map(e, mail);
            e.getMessage(AttachmentMessage.class).clearAttachments();
        });

        assertThat(refused.getException())
                .isInstanceOf(MediaRejectedException.class)
                .hasMessageContaining("no attachments");
    }

    @Test
    void aMailThatCannotBeReadIsNotTakenForOneWithoutAttachments() {
        MimeMessage unreadable = new MimeMessage((Session) null) {
            @Override
            public boolean isMimeType(String type) throws MessagingException {
                throw new MessagingException("the server has closed the connection");
            }
        };
        Exchange refused = template.request(SEND, e -> e.getMessage().setBody(unreadable));

        assertThat(refused.getException())
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getRule())
                        .isEqualTo("source-broken"))
                .hasMessageContaining("closed the connection");
    }

    @Test
    void partsThatNeverEndAreRefused() throws Exception {
        MimeMultipart innermost = new MimeMultipart(part("deep", "text/plain", "deep.txt"));
        for (int depth = 0; depth < 50; depth++) {
            MimeBodyPart outer = new MimeBodyPart();
            outer.setContent(innermost);
            innermost = new MimeMultipart(outer);
        }
        MimeMessage mail = received(innermost);
        Exchange refused = template.request(SEND, e -> e.getMessage().setBody(mail.getContent()));

        assertThat(refused.getException()).hasMessageContaining("too many parts");
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, a.txt",
        "=?utf-8?Q?Z=C3=A4hler.txt?=, Zähler.txt",
        "=?UTF-8?B?WsOk?= =?UTF-8?Q?hler.txt?=, Zähler.txt",
        "=?x-unknown?Q?a?=.txt, =?x-unknown?Q?a?=.txt",
        "Z\u00c3\u00a4hler.txt, Zähler.txt",
        "Z\u00e4hler.txt, Zähler.txt",
        "日本.txt, 日本.txt"
    })
    void namesAreDecoded(String written, String meant) {
        assertThat(MailText.decodedName(written)).isEqualTo(meant);
    }

    private List<String> namesSent(MimeMessage mail, boolean mapped) {
        return names(sent(mail, mapped));
    }

    private List<String> contentsSent(MimeMessage mail, boolean mapped) {
        int before = simulator().messages().size();
        sent(mail, mapped);
        return simulator().messages().stream()
                .skip(before)
                .map(message -> simulator().media(message.mediaId()).orElseThrow())
                .map(media -> contentOf(media.file()))
                .toList();
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Exchange sent(MimeMessage mail, boolean mapped) {
        return template.request(SEND + "&validation=off", e -> {
            if (mapped) {
                map(e, mail);
            } else {
                e.getMessage().setBody(mail);
            }
        });
    }

    private static List<String> names(Exchange sent) {
        assertThat(sent.getException()).isNull();
        return sent.getMessage().getBody(SendReport.class).rows().stream()
                .map(SendReport.Row::fileName)
                .toList();
    }

    /** As the mail component does. */
    private static void map(Exchange exchange, MimeMessage mail) throws Exception {
        Map<String, Attachment> attachments = new HashMap<>();
        new MailBinding().extractAttachmentsFromMail(mail, attachments);
        exchange.getMessage().setBody(mail.getContent());
        exchange.getMessage(AttachmentMessage.class).setAttachmentObjects(attachments);
    }

    private static MimeMessage mail(List<String> names) throws Exception {
        MimeMultipart parts = new MimeMultipart();
        for (String name : names) {
            BodyPart part = part(name, "text/plain", name);
            part.setHeader("X-Number", String.valueOf(parts.getCount()));
            parts.addBodyPart(part);
        }
        return received(parts);
    }

    /** As it comes over the wire. */
    private static MimeMessage received(MimeMultipart parts) throws Exception {
        MimeMessage mail = new MimeMessage(SESSION);
        mail.setContent(parts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static MimeBodyPart part(String content, String type, String name) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        if (name != null) {
            part.setFileName(name);
        }
        return part;
    }
}
