package org.cameld360.examples.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cameld360.examples.mail.Mails.TEXT;
import static org.cameld360.examples.mail.Mails.attached;
import static org.cameld360.examples.mail.Mails.base64;
import static org.cameld360.examples.mail.Mails.content;
import static org.cameld360.examples.mail.Mails.html;
import static org.cameld360.examples.mail.Mails.mail;
import static org.cameld360.examples.mail.Mails.mailTo;
import static org.cameld360.examples.mail.Mails.multipart;
import static org.cameld360.examples.mail.Mails.part;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cameld360.examples.launcher.Example;
import org.cameld360.simulator.ReceivedMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails as people, phones, scanners and programs write them: what goes out, in which order, and under which name. */
class MailsOfAllKindsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static Example example;
    private static MailServer server;

    @BeforeAll
    static void start() throws Exception {
        example = Example.start(Map.of("MAIL_SAMPLES", "none"));
        server = example.standIn(MailStandIn.class).server();
    }

    @AfterAll
    static void stop() {
        example.close();
    }

    @BeforeEach
    void forgetTheMessagesOfOtherTests() {
        example.simulator().reset();
    }

    @Test
    void everyAttachmentGoesInItsOrderAndTheFirstCarriesTheSubject() throws Exception {
        String mail = mail(
                "Der =?UTF-8?Q?Z=C3=A4?= =?UTF-8?B?aGxlcg==?=",
                TEXT,
                attached("voice-opus-mono.ogg", "audio/ogg"),
                attached("photo.png", "image/png"),
                attached("invoice.pdf", "application/pdf"),
                attached("photo.jpg", "image/jpeg"),
                attached("note.txt", "text/plain"));

        assertThat(sent(mail, 5))
                .extracting(ReceivedMessage::type)
                .containsExactly("audio", "image", "document", "image", "document");
        assertThat(example.simulator().messages())
                .extracting(ReceivedMessage::caption)
                .containsExactly(null, "Der Zähler", null, null, null);
    }

    @Test
    void fiftyAttachmentsGoInTheirOrder() throws Exception {
        List<String> parts = new ArrayList<>(List.of(TEXT));
        List<String> names =
                IntStream.range(0, 50).mapToObj(i -> (i * 37 % 50) + ".txt").toList();
        names.forEach(name -> parts.add(document(name, "name " + name)));

        assertThat(sent(mail("Fifty", parts.toArray(String[]::new)), 50))
                .extracting(ReceivedMessage::fileName)
                .isEqualTo(names);
    }

    @Test
    void nestedPartsGoAndWhatTheTextShowsDoesNot() throws Exception {
        String logo = part(
                "photo.png",
                "Content-Type: image/png; name=logo.png",
                "Content-Disposition: inline; filename=logo.png",
                "Content-ID: <logo@01DA>");
        String related = multipart(
                "related",
                multipart("alternative", TEXT, html("<p>As promised.</p><img src=\"cid:logo@01DA\">")),
                logo);

        assertThat(sent(
                        mail(
                                "Nested",
                                multipart("mixed", related, attached("invoice.pdf", "application/pdf")),
                                attached("photo.jpg", "image/jpeg")),
                        2))
                .extracting(ReceivedMessage::type)
                .containsExactly("document", "image");
    }

    @Test
    void aPhotoThatApplePutInlineGoes() throws Exception {
        String photo = part(
                "photo.jpg",
                "Content-Type: image/jpeg;\r\n\tname=IMG_1.jpeg;\r\n\tx-apple-part-url=4711",
                "Content-Disposition: inline;\r\n\tfilename=IMG_1.jpeg",
                "Content-Id: <4711@icloud.com>");

        assertThat(sent(mail("Apple", TEXT, photo, TEXT), 1))
                .extracting(ReceivedMessage::type)
                .containsExactly("image");
    }

    @Test
    void namesAreReadHoweverTheyAreWritten() throws Exception {
        String encoded = "=?utf-8?B?" + base64("Zähler 1.txt") + "?=";
        String words = "=?UTF-8?Q?Z=C3=A4hler?= =?UTF-8?Q?_2.txt?=";
        List<String> names = namesOf(
                "filename*=utf-8''Z%C3%A4hler%200.txt",
                "filename=\"" + encoded + "\"",
                "filename=\"" + words + "\"",
                "filename*0*=UTF-8''Z%C3%A4hler; filename*1*=%203; filename*2=\".txt\"",
                "filename*=x-unknown''Z%E4hler%204.txt",
                "filename=\"=?x-unknown?Q?a=E4?= 5.txt\"",
                "filename=\"Zähler 6.txt\"",
                "filename*=iso-8859-1''Z%E4hler%207.txt");

        assertThat(names.subList(0, 4)).containsExactly("Zähler 0.txt", "Zähler 1.txt", "Zähler 2.txt", "Zähler 3.txt");
        assertThat(names.subList(6, 8)).containsExactly("Zähler 6.txt", "Zähler 7.txt");
        assertThat(names.get(4)).endsWith("4.txt");
        assertThat(names.get(5)).endsWith("5.txt");
    }

    @Test
    void namesLoseTheirTricks() throws Exception {
        List<String> names = namesOf(
                "filename=\"../../etc/passwd.txt\"",
                "filename=\"C:\\\\Windows\\\\system.txt\"",
                "filename=\"=?utf-8?B?" + base64("a\u0007b\u202Egpj.txt") + "?=\"",
                "filename=\"/\"",
                "filename=\"..\"");

        assertThat(names.subList(0, 3)).containsExactly("passwd.txt", "system.txt", "abgpj.txt");
        assertThat(names.subList(3, 5)).allSatisfy(name -> assertThat(name).doesNotContain("/", ".."));
    }

    @Test
    void whatHasNoNameOrTheSameNameGoesToo() throws Exception {
        List<ReceivedMessage> messages = sent(
                mail(
                        "Names",
                        TEXT,
                        document("same.txt", "one"),
                        document("same.txt", "two"),
                        part("invoice.pdf", "Content-Type: application/pdf", "Content-Disposition: attachment"),
                        part("photo.jpg", "Content-Type: image/jpeg"),
                        document("same.txt", "three")),
                5);

        assertThat(messages)
                .extracting(ReceivedMessage::type)
                .containsExactly("document", "document", "document", "image", "document");
        assertThat(List.of(0, 1, 4))
                .allSatisfy(i -> assertThat(messages.get(i).fileName()).isEqualTo("same.txt"));
        assertThat(messages.get(2).fileName()).endsWith(".pdf");
    }

    @Test
    void typesAreReadHoweverTheyAreWritten() throws Exception {
        List<ReceivedMessage> messages = sent(
                mail(
                        "Types",
                        TEXT,
                        part("photo.png", "CONTENT-TYPE: IMAGE/PNG; NAME=a.png", "content-disposition: ATTACHMENT"),
                        part(
                                "photo.jpg",
                                "Content-Type: application/octet-stream; name=photo.jpg",
                                "Content-Disposition: attachment; filename=photo.jpg"),
                        part("photo.jpg", "Content-Disposition: attachment; filename=photo"),
                        part(
                                "invoice.pdf",
                                "Content-Type: application/x-unknown",
                                "Content-Disposition: attachment; filename=invoice.pdf")),
                4);

        assertThat(messages).extracting(ReceivedMessage::type).containsExactly("image", "image", "image", "document");
    }

    @Test
    void contentIsDecodedHoweverItIsEncoded() throws Exception {
        String head = "Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n";
        String uuencoded = "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a.txt\r\n%:&5L;&\\\r\n`\r\nend\r\n";
        sent(
                mail(
                        "Encodings",
                        TEXT,
                        head + "Content-Transfer-Encoding: quoted-printable\r\n\r\nh=65ll=\r\no",
                        head + "Content-Transfer-Encoding: 7bit\r\n\r\nhello",
                        head + "Content-Transfer-Encoding: 8bit\r\n\r\nhello",
                        head + "Content-Transfer-Encoding: BASE64\r\n\r\naGVs\r\nbG8=",
                        head + "\r\nhello",
                        head + uuencoded),
                6);

        assertThat(example.simulator().messages()).allSatisfy(message -> assertThat(example.simulator()
                        .media(message.mediaId())
                        .orElseThrow()
                        .file())
                .content(StandardCharsets.UTF_8)
                .isEqualTo("hello"));
    }

    @Test
    void aMailThatIsTheAttachmentGoes() throws Exception {
        String fax = part("invoice.pdf", "Content-Type: application/pdf; name=fax.pdf");
        sent(mailTo(MailServer.ADDRESS, "A fax", fax), 1);
        String picture = part("photo.jpg", "Content-Type: image/jpeg");
        List<ReceivedMessage> messages = sent(mailTo(MailServer.ADDRESS, "A picture", picture), 2);

        assertThat(messages).extracting(ReceivedMessage::type).containsExactly("document", "image");
        assertThat(messages.get(0).fileName()).isEqualTo("fax.pdf");
    }

    @Test
    void signaturesStayBehind() throws Exception {
        String pgp = part(
                new byte[] {1, 2},
                "Content-Type: application/pgp-signature; name=signature.asc",
                "Content-Disposition: attachment; filename=signature.asc");
        String smime = part(
                new byte[] {1, 2},
                "Content-Type: application/pkcs7-signature; name=smime.p7s",
                "Content-Disposition: attachment; filename=smime.p7s");

        sent(mail("PGP", multipart("signed", multipart("mixed", TEXT, attached("photo.jpg", "image/jpeg")), pgp)), 1);
        sent(
                mail(
                        "S/MIME",
                        multipart("signed", multipart("mixed", TEXT, attached("photo.jpg", "image/jpeg")), smime)),
                2);
    }

    private static String document(String name, String content) {
        return part(
                content.getBytes(StandardCharsets.UTF_8),
                "Content-Type: text/plain",
                "Content-Disposition: attachment; filename=" + name);
    }

    /** The names under which text files with such dispositions arrive. */
    private static List<String> namesOf(String... dispositions) throws Exception {
        List<String> parts = new ArrayList<>(List.of(TEXT));
        for (String disposition : dispositions) {
            parts.add(part(
                    content("note.txt"),
                    "Content-Type: text/plain",
                    "Content-Disposition: attachment; " + disposition));
        }
        return sent(mail("Names", parts.toArray(String[]::new)), dispositions.length).stream()
                .map(ReceivedMessage::fileName)
                .toList();
    }

    /** Delivers it, and waits until that many messages have been sent in all, and the mail is where it belongs. */
    private static List<ReceivedMessage> sent(String mail, int messages) throws Exception {
        int before = server.count("WhatsApp/Sent");
        server.deliver(mail);
        await().atMost(SOON).until(() -> server.count("INBOX") == 0);
        assertThat(server.subjects("WhatsApp/Failed")).isEmpty();
        assertThat(server.count("WhatsApp/Sent")).isEqualTo(before + 1);
        assertThat(example.simulator().messages()).hasSize(messages);
        return example.simulator().messages();
    }
}
