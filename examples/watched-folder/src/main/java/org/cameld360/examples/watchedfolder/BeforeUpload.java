package org.cameld360.examples.watchedfolder;

import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.cameld360.media.component.D360MediaConstants;
import org.jspecify.annotations.Nullable;

/** Writes down that the file is under way, and puts the media id on the message where an earlier attempt has uploaded it. */
final class BeforeUpload implements Processor {

    private static final String HELD = "watchedFolderHeldUpload";

    private final Ledger ledger;
    private final String account;

    BeforeUpload(Ledger ledger, String account) {
        this.ledger = ledger;
        this.account = account;
    }

    @Override
    public void process(Exchange exchange) {
        File file = Envelope.fileOf(exchange);
        Upload held = ledger.take(file.toPath(), Inbox.stateOf(exchange), Envelope.recipientOf(exchange), account);
        if (held != null) {
            exchange.setProperty(HELD, held);
            Message message = exchange.getMessage();
            message.setHeader(D360MediaConstants.MEDIA_ID, held.mediaId());
            message.setHeader(D360MediaConstants.TYPE, held.type());
            message.setHeader(D360MediaConstants.CONTENT_TYPE, held.contentType());
            message.setHeader(D360MediaConstants.FILE_NAME, held.fileName());
        }
    }

    /** The upload of an earlier attempt that this one makes do with. */
    static @Nullable Upload heldOf(Exchange exchange) {
        return exchange.getProperty(HELD, Upload.class);
    }
}
