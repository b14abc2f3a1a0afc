package org.cameld360.media.component;

import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaWish;
import org.cameld360.media.media.Validation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes media from an exchange, looks at it, and decides whether and how it goes. */
final class MediaPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(MediaPreparation.class);

    private final D360MediaEndpoint endpoint;
    private final ExchangeValues values;
    private final BodyReader reader;
    private final MediaRules rules;

    MediaPreparation(Exchange exchange, D360MediaEndpoint endpoint) {
        this.endpoint = endpoint;
        this.values = new ExchangeValues(exchange, endpoint);
        this.rules = endpoint.settings().version().rules();
        this.reader = new BodyReader(exchange, new Spooler(exchange, endpoint.getComponent(), spoolLimit()));
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

    /** Without validation the API is asked; the disk is bounded all the same. */
    private long spoolLimit() {
        boolean strict = endpoint.settings().validation() == Validation.STRICT;
        return strict ? rules.uploadLimit() : 4 * rules.uploadLimit();
    }
}
