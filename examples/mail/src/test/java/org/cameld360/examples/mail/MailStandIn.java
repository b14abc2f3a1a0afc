package org.cameld360.examples.mail;

import static org.cameld360.examples.mail.Mails.TEXT;
import static org.cameld360.examples.mail.Mails.attached;
import static org.cameld360.examples.mail.Mails.mail;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cameld360.examples.launcher.StandIn;

/** A mail server with a mailbox, and three mails in it where nobody says {@code MAIL_SAMPLES=none}. */
public final class MailStandIn implements StandIn {

    private final Map<String, String> properties = new HashMap<>();
    private MailServer server;

    @Override
    public String insteadOf() {
        return "MAIL_HOST";
    }

    @Override
    public void start(Map<String, String> environment, Path folder) throws Exception {
        server = MailServer.start();
        properties.putAll(server.properties(folder.resolve("state")));
        if (!"none".equals(environment.get("MAIL_SAMPLES"))) {
            server.send(mail(
                    "The meter",
                    TEXT,
                    attached("photo.jpg", "image/jpeg"),
                    attached("invoice.pdf", "application/pdf")));
            server.send(mail("For your ears", TEXT, attached("voice-opus-mono.ogg", "audio/ogg")));
            server.send(mail("Nothing but words", TEXT));
        }
    }

    @Override
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public String greeting() {
        return "MAIL_HOST is not set: a mailbox stands in, with mails in it.";
    }

    /** The running one. */
    MailServer server() {
        return server;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
