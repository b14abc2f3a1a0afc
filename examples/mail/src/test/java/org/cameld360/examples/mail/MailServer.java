package org.cameld360.examples.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mail server in this JVM with one mailbox, for people with an IMAP and an SMTP client. */
final class MailServer implements AutoCloseable {

    static final String ADDRESS = "whatsapp@example.org";
    private static final String USER = "whatsapp";
    private static final String PASSWORD = "a password, with & and +%2B=";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP)});
    private final GreenMailUser user;

    private MailServer() {
        server.start();
        user = server.setUser(ADDRESS, USER, PASSWORD);
    }

    static MailServer start() {
        return new MailServer();
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(20_000);
        return setup;
    }

    /** What leads the example to it. */
    Map<String, String> properties(Path state) {
        return Map.of(
                "mail.media-ids",
                state.resolveSibling("media-ids").toString(),
                "mail.imap",
                "imap:127.0.0.1:" + server.getImap().getPort(),
                "mail.smtp",
                "smtp:127.0.0.1:" + server.getSmtp().getPort(),
                "mail.username",
                USER,
                "mail.password",
                PASSWORD,
                "mail.address",
                ADDRESS,
                "mail.to",
                "office@example.org",
                "mail.delay",
                "200",
                "mail.state",
                state.toString());
    }

    /** By SMTP, as it stands here: nothing is added to it or encoded. */
    void send(String mail) throws MessagingException {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        Session session = GreenMailUtil.getSession(server.getSmtp().getServerSetup());
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(bytes));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    /** Puts it into the inbox, to whomever it is written. */
    void deliver(String mail) throws MessagingException {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(System.getProperties()), new ByteArrayInputStream(bytes)));
    }

    /** The subjects of the mails in a folder, which may be missing. */
    List<String> subjects(String folder) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        try (Store store = connect()) {
            Folder mails = store.getFolder(folder);
            if (!mails.exists()) {
                return subjects;
            }
            mails.open(Folder.READ_ONLY);
            for (Message message : mails.getMessages()) {
                subjects.add(message.getSubject());
            }
        }
        return subjects;
    }

    /** How many mails a folder has; none where it is missing. */
    int count(String folder) throws MessagingException {
        try (Store store = connect()) {
            Folder mails = store.getFolder(folder);
            return mails.exists() ? mails.getMessageCount() : 0;
        }
    }

    /** Moves all mails of a folder to another, as a person does. */
    void move(String from, String to) throws MessagingException {
        try (Store store = connect()) {
            Folder source = store.getFolder(from);
            source.open(Folder.READ_WRITE);
            Message[] messages = source.getMessages();
            source.copyMessages(messages, store.getFolder(to));
            source.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
            source.close(true);
        }
    }

    /** What was mailed to that address. */
    List<MimeMessage> receivedBy(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    private Store connect() throws MessagingException {
        Store store =
                GreenMailUtil.getSession(server.getImap().getServerSetup()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), USER, PASSWORD);
        return store;
    }

    @Override
    public void close() {
        server.stop();
    }
}
