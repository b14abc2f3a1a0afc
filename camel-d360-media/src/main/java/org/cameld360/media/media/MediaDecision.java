package org.cameld360.media.media;

import java.util.List;
import org.cameld360.media.MediaRejectedException;

/**
 * How a medium goes.
 *
 * @param type as which media type
 * @param contentType declared as which MIME type
 * @param fileName under which name: a safe leaf name in full Unicode. That of a document is as given, since WhatsApp shows
 *     it; that of anything else ends as its content demands
 * @param uploadName the name for the upload, which always ends as the content demands
 * @param objections what the rules speak against, where it goes all the same or was only asked about
 */
public record MediaDecision(
        MediaType type, String contentType, String fileName, String uploadName, List<Objection> objections) {

    public MediaDecision {
        objections = List.copyOf(objections);
    }

    /**
     * Decides by the content first, and by what is said of it where the content can't tell.
     *
     * @throws MediaRejectedException with strict validation, where the rules speak against it: names the first rule
     */
    public static MediaDecision of(Inspection inspection, MediaWish wish, MediaRules rules) {
        MediaDecision decision = weigh(inspection, wish, rules);
        if (decision.objections.isEmpty() || wish.validation() == Validation.WARN) {
            return decision;
        }
        if (wish.validation() == Validation.STRICT) {
            throw decision.objections.get(0).rejection();
        }
        return new MediaDecision(
                decision.type, decision.contentType, decision.fileName, decision.uploadName, List.of());
    }

    /** The same decision without its consequence: with all objections, and never refused. */
    public static MediaDecision weigh(Inspection inspection, MediaWish wish, MediaRules rules) {
        Candidate candidate = Candidate.of(inspection, wish, rules);
        MediaType wanted = candidate.wanted();
        List<Objection> objections = candidate.objections(wanted);
        boolean instead = !objections.isEmpty() && wish.documentInstead() && candidate.fits(MediaType.DOCUMENT);
        MediaType type = instead ? MediaType.DOCUMENT : wanted;
        String uploadName = candidate.uploadName();
        return new MediaDecision(
                type,
                candidate.declared(type),
                type == MediaType.DOCUMENT ? candidate.name() : uploadName,
                uploadName,
                instead ? List.of() : objections);
    }

    /** The objections in words, each on one line. */
    public List<String> warnings() {
        return objections.stream().map(Objection::warning).toList();
    }
}
