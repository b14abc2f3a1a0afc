package org.cameld360.media.component;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.cameld360.media.D360MediaException;
import org.cameld360.media.media.Contents;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaSource;
import org.cameld360.media.media.MediaWish;
import org.cameld360.media.media.Validation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes media from an exchange, looks at it, and decides whether and how it goes. */
final class MediaPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(MediaPreparation.class);

    private final Exchange exchange;
    private final D360MediaEndpoint endpoint;
    private final ExchangeValues values;
    private final BodyReader reader;
    private final MediaRules rules;

    MediaPreparation(Exchange exchange, D360MediaEndpoint endpoint) {
        this.exchange = exchange;
        this.endpoint = endpoint;
        this.values = new ExchangeValues(exchange, endpoint, this::bodyIsOther);
        this.rules = endpoint.settings().version().rules();
        this.reader = new BodyReader(exchange, new Spooler(exchange, endpoint.getComponent(), spoolLimit()));
    }

    /** What the exchange asks for, seen together with its body. */
    ExchangeValues values() {
        return values;
    }

    PreparedMedia body() {
        return prepared(reader.body(), true);
    }

    /** @param only whether it is the only one: what the route says of "the media" is then said of it */
    PreparedMedia attachment(String key, Attachment attachment, boolean only) {
        return prepared(reader.attachment(key, attachment), only);
    }

    private PreparedMedia prepared(IncomingMedia media, boolean only) {
        EndpointSettings settings = endpoint.settings();
        String fileName = only ? values.fileName() : null;
        MediaDecision decision = MediaDecision.of(
                Inspection.of(media.source()),
                new MediaWish(
                        values.mediaType(),
                        only ? values.contentType() : null,
                        media.claimedType(),
                        fileName != null ? fileName : media.name(),
                        settings.validation(),
                        settings.documentInstead()),
                rules);
        decision.warnings().forEach(warning -> LOG.warn("Goes all the same (validation=warn): {}", warning));
        return new PreparedMedia(media.source(), decision);
    }

    private boolean bodyIsOther(LeftBehind left) {
        return left.mayBeOtherMedia(exchange.getMessage().getBody()) && !bodyHas(left.content());
    }

    /** A body that was only converted, into bytes say, still has the content. */
    private boolean bodyHas(LeftBehind.@Nullable Content content) {
        if (content == null) {
            return false;
        }
        try {
            MediaSource source = reader.body().source();
            return source.length() == content.size() && Contents.sha256(source).equals(content.sha256());
        } catch (D360MediaException | IOException e) {
            // it is told when the body itself is to go
            return false;
        }
    }

    /** Without validation the API is asked; the disk is bounded all the same. */
    private long spoolLimit() {
        boolean strict = endpoint.settings().validation() == Validation.STRICT;
        return strict ? rules.uploadLimit() : 4 * rules.uploadLimit();
    }
}
