package org.cameld360.examples.watchedfolder;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.cameld360.examples.watchedfolder.Entry.Upload;
import org.cameld360.media.UploadedMedia;

/** Has it on the disk that a message may have left, before it can. From here until the answer, the file is in doubt. */
final class BeforeSend implements Processor {

    private final Ledger ledger;
    private final String account;

    BeforeSend(Ledger ledger, String account) {
        this.ledger = ledger;
        this.account = account;
    }

    @Override
    public void process(Exchange exchange) {
        Upload held = BeforeUpload.heldOf(exchange);
        ledger.sending(Envelope.fileOf(exchange).toPath(), held == null ? uploaded(exchange) : held);
    }

    private Upload uploaded(Exchange exchange) {
        UploadedMedia media =
                Objects.requireNonNull(exchange.getMessage().getBody(UploadedMedia.class), "nothing was uploaded");
        return new Upload(
                media.id(),
                media.type(),
                media.contentType(),
                media.fileName(),
                media.sha256(),
                media.expiresAt(),
                account);
    }
}
