package org.cameld360.media.media;

import java.util.List;
import java.util.Optional;
import org.cameld360.media.MediaRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * How a medium goes.
 *
 * @param type as which media type
 * @param contentType declared as which MIME type
 * @param fileName under which name: a safe leaf name in full Unicode
 * @param warnings what the rules speak against, where the wish was to go all the same
 */
public record MediaDecision(MediaType type, String contentType, String fileName, List<String> warnings) {

    /**
     * Decides by the content first, and by what is said of it where the content can't tell.
     *
     * @throws MediaRejectedException with strict validation, where the rules speak against it
     */
    public static MediaDecision of(Inspection inspection, MediaWish wish, MediaRules rules) {
        String found = ContentResolution.contentType(inspection, wish);
        MediaType wanted = wish.type() != null ? wish.type() : MediaType.naturalFor(found);
        String name = name(wish.fileName(), wanted, found);
        Objection.Subject subject = new Objection.Subject(inspection, wish, name, found, rules);

        Optional<Objection> objection = subject.as(wanted);
        if (objection.isEmpty()) {
            return new MediaDecision(wanted, subject.declared(), name, List.of());
        }
        if (wish.documentInstead() && subject.fits(MediaType.DOCUMENT)) {
            return new MediaDecision(MediaType.DOCUMENT, subject.declared(), name, List.of());
        }
        if (wish.validation() == Validation.STRICT) {
            throw objection.get().rejection();
        }
        List<String> warnings =
                wish.validation() == Validation.WARN ? List.of(objection.get().warning()) : List.of();
        return new MediaDecision(wanted, subject.declared(), name, warnings);
    }

    private static String name(@Nullable String given, MediaType type, String contentType) {
        String leaf = FileNames.leaf(given);
        return leaf != null ? leaf : type + ContentTypes.extensionFor(contentType);
    }
}
