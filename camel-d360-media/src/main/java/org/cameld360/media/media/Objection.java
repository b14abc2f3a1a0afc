package org.cameld360.media.media;

import java.util.Optional;
import java.util.TreeSet;
import org.cameld360.media.MediaRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What the rules speak against.
 *
 * @param rule the short name of the rule
 * @param limit what the rule allows, as a person would write it, or {@code null}
 * @param name the file
 * @param why what was found, what is allowed and what to do
 */
record Objection(String rule, @Nullable String limit, String name, String why) {

    MediaRejectedException rejection() {
        return new MediaRejectedException(rule, limit, "Refused " + warning());
    }

    String warning() {
        return "'" + Rejections.shown(name) + "': " + why;
    }

    /**
     * A medium that is about to go.
     *
     * @param name under which name
     * @param found its MIME type
     */
    record Subject(Inspection inspection, MediaWish wish, String name, String found, MediaRules rules) {

        /** The MIME type that goes over the wire. */
        String declared() {
            return rules.declaredAs().getOrDefault(found, found);
        }

        /** Whether nothing speaks against sending it as that media type. */
        boolean fits(MediaType type) {
            return ContentResolution.contradiction(inspection, wish) == null
                    && rules.of(type).takes(declared())
                    && inspection.size() <= limit(type);
        }

        /** The first rule that speaks against sending it as that media type. */
        Optional<Objection> as(MediaType type) {
            String contradiction = ContentResolution.contradiction(inspection, wish);
            if (contradiction != null) {
                return objection("content", null, contradiction);
            }
            if (!rules.of(type).takes(declared())) {
                return objection("content-type", taken(type), notTaken(type));
            }
            if (limit(type) == 0) {
                return objection(
                        "animated",
                        "not animated",
                        "it is animated, and " + rules.api() + " takes no animated " + type + ". Send a still one"
                                + orDocument(type));
            }
            return inspection.size() <= limit(type)
                    ? Optional.empty()
                    : objection("size", Rejections.size(limit(type)), tooLarge(type));
        }

        private Optional<Objection> objection(String rule, @Nullable String limit, String why) {
            return Optional.of(new Objection(rule, limit, name, why));
        }

        private long limit(MediaType type) {
            MediaRules.TypeRule rule = rules.of(type);
            return Math.min(rules.uploadLimit(), inspection.animated() ? rule.maxAnimatedBytes() : rule.maxBytes());
        }

        private String taken(MediaType type) {
            return String.join(", ", new TreeSet<>(rules.of(type).contentTypes()));
        }

        private String notTaken(MediaType type) {
            String what = found.equals(ContentTypes.OCTET_STREAM)
                    ? "what it is can't be seen from its content or its name (" + found + ")"
                    : "it is " + found;
            return what + ", and " + rules.api() + " takes only " + taken(type) + " as " + type.withArticle() + ". "
                    + advice(type);
        }

        private String advice(MediaType type) {
            MediaType natural = MediaType.naturalFor(found);
            if (natural != type && fits(natural)) {
                return "Set mediaType to " + natural + " or auto.";
            }
            if (found.equals(ContentTypes.OCTET_STREAM)) {
                return "Give it a file name with an extension, or set contentType.";
            }
            if (inspection.text() && rules.of(type).takes("text/plain")) {
                return "Set contentType to text/plain, or convert it.";
            }
            return "Convert it" + orDocument(type);
        }

        private String tooLarge(MediaType type) {
            boolean twoLimits = type == MediaType.STICKER && rules.of(type).maxAnimatedBytes() > 0;
            String kind = twoLimits ? (inspection.animated() ? "an animated " : "a still ") + type : type.withArticle();
            return "it has " + Rejections.size(inspection.size()) + " (" + inspection.size() + " bytes), and " + kind
                    + " may have at most " + Rejections.size(limit(type)) + " on " + rules.api() + ". Make it smaller"
                    + orDocument(type);
        }

        /** A document is offered only where it may hold the medium, and where that was not tried already. */
        private String orDocument(MediaType type) {
            if (type == MediaType.DOCUMENT) {
                return ".";
            }
            if (wish.documentInstead()) {
                return "; it can't go as a document either.";
            }
            return fits(MediaType.DOCUMENT) ? ", or send it as a document (onUnsupported=document)." : ".";
        }
    }
}
