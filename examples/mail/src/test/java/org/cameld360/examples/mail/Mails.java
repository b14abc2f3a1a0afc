package org.cameld360.examples.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Writes mails byte by byte, since many are not what a library would write. */
final class Mails {

    static final String TEXT = "Content-Type: text/plain; charset=utf-8\r\n\r\nAs promised.\r\n";

    private Mails() {}

    /** One with a subject and a message id of its own. */
    static String mail(String subject, String... parts) {
        return mailTo(MailServer.ADDRESS, subject, multipart("mixed", parts));
    }

    /** @param content with its headers */
    static String mailTo(String to, String subject, String content) {
        return "From: Anna <anna@example.org>\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@example.org>\r\nMIME-Version: 1.0\r\n" + content;
    }

    static String multipart(String kind, String... parts) {
        String boundary = "b" + UUID.randomUUID();
        return "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n"
                + String.join("\r\n--" + boundary + "\r\n", List.of(parts)) + "\r\n--" + boundary + "--\r\n";
    }

    static String html(String html) {
        return "Content-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n";
    }

    /** An attachment as most mail programs write it. */
    static String attached(String sample, String type) {
        return part(sample, "Content-Type: " + type, "Content-Disposition: attachment; filename=\"" + sample + "\"");
    }

    /** A sample in base64 under these headers. */
    static String part(String sample, String... headers) {
        return part(content(sample), headers);
    }

    static String part(byte[] content, String... headers) {
        String head = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return head + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n";
    }

    static byte[] content(String sample) {
        // from the class path, since the example is started in another folder than its tests
        try (InputStream stream = Mails.class.getResourceAsStream("/samples/" + sample)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
