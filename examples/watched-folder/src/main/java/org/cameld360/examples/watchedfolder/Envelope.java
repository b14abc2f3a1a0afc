package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.cameld360.media.component.D360MediaConstants;
import org.jspecify.annotations.Nullable;

/** Puts the recipient on the message: the number that the file's folder is named after, else the one from the settings. */
final class Envelope implements Processor {

    private final Path inbox;
    private final @Nullable String otherwise;

    Envelope(Path inbox, @Nullable String otherwise) {
        this.inbox = inbox;
        this.otherwise = otherwise;
    }

    @Override
    public void process(Exchange exchange) {
        File body = fileOf(exchange);
        Path file = body.toPath();
        if (Files.isSymbolicLink(file)) {
            throw new NotSendableException("It is a link to another file. Put the file itself here.");
        }
        exchange.getMessage().setHeader(D360MediaConstants.TO, recipient(file));
        exchange.getMessage().setBody(body);
    }

    /** The one that was found. The body that Camel makes of it has slashes for the backslashes in its name. */
    static File fileOf(Exchange exchange) {
        GenericFile<?> polled = exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        return (File) polled.getFile();
    }

    /** The nearest folder counts. */
    private String recipient(Path file) {
        for (Path folder = file.getParent(); folder != null && !folder.equals(inbox); folder = folder.getParent()) {
            String name = folder.getFileName().toString();
            if (PhoneNumber.isBroken(name)) {
                throw new NotSendableException(
                        "The folder '" + name
                                + "' looks like a phone number, but not like one with its country code. Name it like +49 151 234567.");
            }
            if (PhoneNumber.of(name).isPresent()) {
                return PhoneNumber.of(name).get();
            }
        }
        if (otherwise == null) {
            throw new NotSendableException(
                    "Nobody to send it to. Set D360_TO, or put the file into a subfolder named like a phone number, such as 4915112345678.");
        }
        return otherwise;
    }

    static @Nullable String recipientOf(Exchange exchange) {
        return exchange.getMessage().getHeader(D360MediaConstants.TO, String.class);
    }
}
