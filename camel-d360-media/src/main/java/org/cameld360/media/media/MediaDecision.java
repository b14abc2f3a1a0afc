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
        MediaType natural = MediaType.naturalFor(found);
        MediaType wanted = wish.type() != null ? wish.type() : natural;
        String name = name(wish.fileName(), wanted, found);

        Optional<MediaRejectedException> objection = objection(inspection, wish, name, found, wanted, rules);
        if (objection.isPresent() && wish.documentInstead() && wanted != MediaType.DOCUMENT) {
            MediaType document = MediaType.DOCUMENT;
            if (objection(inspection, wish, name, found, document, rules).isEmpty()) {
                return new MediaDecision(document, declared(found, rules), name, List.of());
            }
        }
        if (objection.isPresent() && wish.validation() == Validation.STRICT) {
            throw objection.get();
        }
        List<String> warnings = objection.isPresent() && wish.validation() == Validation.WARN
                ? List.of(String.valueOf(objection.get().getMessage()))
                : List.of();
        return new MediaDecision(wanted, declared(found, rules), name, warnings);
    }

    private static Optional<MediaRejectedException> objection(
            Inspection inspection, MediaWish wish, String name, String found, MediaType type, MediaRules rules) {
        String contradiction = ContentResolution.contradiction(inspection, wish);
        if (contradiction != null) {
            return Optional.of(rejected("content", null, name, contradiction));
        }
        MediaRules.TypeRule rule = rules.of(type);
        String declared = declared(found, rules);
        if (!rule.takes(declared)) {
            return Optional.of(rejected("content-type", null, name, notTaken(found, type, rules, wish)));
        }
        if (inspection.animated() && rule.maxAnimatedBytes() == 0) {
            return Optional.of(rejected(
                    "animated",
                    null,
                    name,
                    "it is animated, and " + rules.api() + " takes no animated " + type + ". Send a still one."));
        }
        long limit = Math.min(rules.uploadLimit(), inspection.animated() ? rule.maxAnimatedBytes() : rule.maxBytes());
        if (inspection.size() > limit) {
            String shown = Rejections.size(limit);
            return Optional.of(rejected(
                    "size",
                    shown,
                    name,
                    "it has " + Rejections.size(inspection.size()) + " (" + inspection.size() + " bytes), and " + type
                            + " may have at most " + shown + " on " + rules.api() + ". Make it smaller"
                            + (type == MediaType.DOCUMENT
                                    ? "."
                                    : ", or send it as a document (onUnsupported=document).")));
        }
        return Optional.empty();
    }

    private static String notTaken(String found, MediaType type, MediaRules rules, MediaWish wish) {
        List<String> taken = rules.of(type).contentTypes().stream().sorted().toList();
        MediaType natural = MediaType.naturalFor(found);
        String advice =
                type != MediaType.DOCUMENT && rules.of(MediaType.DOCUMENT).takes(declared(found, rules))
                        ? "Convert it, or send it as a document (onUnsupported=document)."
                        : "Convert it.";
        if (wish.type() != null && natural != type && rules.of(natural).takes(declared(found, rules))) {
            advice = "Set mediaType to " + natural + " or auto.";
        }
        return "it is " + found + ", and " + rules.api() + " takes only " + String.join(", ", taken) + " as " + type
                + ". " + advice;
    }

    private static MediaRejectedException rejected(String rule, @Nullable String limit, String name, String why) {
        return new MediaRejectedException(rule, limit, "Refused '" + Rejections.shown(name) + "': " + why);
    }

    private static String declared(String contentType, MediaRules rules) {
        return rules.declaredAs().getOrDefault(contentType, contentType);
    }

    private static String name(@Nullable String given, MediaType type, String contentType) {
        String leaf = FileNames.leaf(given);
        return leaf != null ? leaf : type + ContentTypes.extensionFor(contentType);
    }
}
