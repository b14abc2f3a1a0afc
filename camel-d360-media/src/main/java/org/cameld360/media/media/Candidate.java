package org.cameld360.media.media;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A medium that is about to go, weighed against the rules.
 *
 * @param name its name: a safe leaf name
 * @param found its MIME type
 */
record Candidate(Inspection inspection, MediaWish wish, String name, String found, MediaRules rules) {

    static Candidate of(Inspection inspection, MediaWish wish, MediaRules rules) {
        String found = ContentResolution.contentType(inspection, wish);
        String given = FileNames.leaf(wish.fileName());
        String name = given != null ? given : wanted(wish, found) + ContentTypes.extensionFor(found);
        return new Candidate(inspection, wish, name, found, rules);
    }

    /** The media type that the route asks for, else the one that it goes as by nature. */
    MediaType wanted() {
        return wanted(wish, found);
    }

    private static MediaType wanted(MediaWish wish, String found) {
        return wish.type() != null ? wish.type() : MediaType.naturalFor(found);
    }

    /** Ends as the content demands, whatever the route declares it as. */
    String uploadName() {
        return FileNames.corrected(name, ContentResolution.found(inspection, wish));
    }

    /** The MIME type that goes over the wire. */
    String declared(MediaType type) {
        String declared = rules.declaredAs().getOrDefault(found, found);
        boolean asText = type == MediaType.DOCUMENT && wish.documentInstead() && mayGoAsText(declared);
        return asText ? ContentTypes.PLAIN_TEXT : declared;
    }

    /** Text that is not taken as what it is, where plain text is. */
    private boolean mayGoAsText(String declared) {
        TypeRule rule = rules.of(MediaType.DOCUMENT);
        return ContentResolution.readsAsText(inspection)
                && !rule.takes(declared)
                && rule.takes(ContentTypes.PLAIN_TEXT);
    }

    /** Whether nothing speaks against sending it as that media type. */
    boolean fits(MediaType type) {
        return breaches(type).isEmpty();
    }

    /** What speaks against sending it as that media type, the most telling first. */
    List<Objection> objections(MediaType type) {
        return breaches(type).stream()
                .map(breach -> new Objection(
                        breach.rule(),
                        breach.limit(),
                        name,
                        breach.sentence() + " " + breach.help() + orDocument(type, breach)))
                .toList();
    }

    private List<Breach> breaches(MediaType type) {
        Breach contradiction = ContentResolution.contradiction(inspection, wish);
        if (contradiction != null) {
            return List.of(contradiction);
        }
        if (found.equals(ContentTypes.TNEF)) {
            return List.of(wrapped());
        }
        TypeRule rule = rules.of(type);
        TrackRule tracks = rule.tracks().get(ContentTypes.bare(found));
        if (tracks == null && !rule.takes(declared(type))) {
            return List.of(notTaken(type, rule));
        }
        if (type != MediaType.DOCUMENT && inspection.damage() != null) {
            return List.of(damaged(inspection.damage()));
        }
        List<Breach> breaches = new ArrayList<>();
        if (inspection.picture() != null) {
            breaches.addAll(PictureBreaches.of(inspection.picture(), rule, type, rules.api()));
        }
        if (tracks != null) {
            breaches.addAll(TrackBreaches.of(inspection, found, tracks, type, rules.api()));
        }
        long limit = rules.limit(type, inspection.animated());
        if (limit > 0 && inspection.size() > limit) {
            breaches.add(tooLarge(type, rule, limit));
        }
        return breaches;
    }

    private Breach notTaken(MediaType type, TypeRule rule) {
        String taken = taken(type, rule);
        boolean unknown = found.equals(ContentTypes.OCTET_STREAM);
        String what =
                unknown ? "what it is can't be seen from its content or its name (" + found + ")" : "it is " + found;
        String why = what + ", and " + rules.api() + " takes only " + taken + " as " + type.withArticle();
        MediaType natural = MediaType.naturalFor(found);
        if (natural != type && fits(natural)) {
            return new Breach("content-type", taken, why, "Set mediaType to " + natural + " or auto", false);
        }
        if (unknown) {
            return new Breach(
                    "content-type", taken, why, "Give it a file name with an extension, or set contentType", false);
        }
        return new Breach("content-type", taken, why, conversion(type));
    }

    /** By extension where the MIME types of Office would fill a page. */
    private static String taken(MediaType type, TypeRule rule) {
        return rule.contentTypes().stream()
                .map(taken -> type == MediaType.DOCUMENT ? ContentTypes.extensionFor(taken) : taken)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** To what a person would convert it for that media type. */
    private String conversion(MediaType type) {
        return switch (type) {
            case IMAGE ->
                inspection.animated()
                        ? "Convert it to an MP4 with H.264, or to a still JPEG or PNG"
                        : "Convert it to JPEG or PNG";
            case VIDEO -> "Convert it to an MP4 with H.264 and AAC";
            case AUDIO -> "Convert it to MP3, or to Opus in Ogg, mono";
            case STICKER -> "Convert it to WebP";
            case DOCUMENT -> {
                if (found.equals(MagicNumbers.ZIP)) {
                    yield "Unpack it and send what is in it";
                }
                boolean asText = !wish.documentInstead() && mayGoAsText(declared(type));
                yield "Convert it to PDF"
                        + (asText ? ", or send it as plain text under its name (onUnsupported=document)" : "");
            }
        };
    }

    /** Outlook sends it where it takes the recipient for another Outlook: as rich text. */
    private static Breach wrapped() {
        return new Breach(
                "wrapped",
                null,
                "it is what Outlook wraps attachments in (winmail.dat), and no phone opens it",
                "Have the sender send the mail again as HTML or plain text, not as rich text",
                false);
    }

    private static Breach damaged(String damage) {
        return new Breach(
                "damaged",
                null,
                "it is " + Rejections.shown(damage),
                "WhatsApp could not show or play it: take it from its source again, or save it anew",
                false);
    }

    private Breach tooLarge(MediaType type, TypeRule rule, long limit) {
        boolean twoLimits = rule.maxAnimatedBytes() > 0 && rule.maxAnimatedBytes() != rule.maxBytes();
        String kind = twoLimits ? (inspection.animated() ? "an animated " : "a still ") + type : type.withArticle();
        return new Breach(
                "size",
                Rejections.size(limit),
                "it has " + Rejections.size(inspection.size()) + " (" + inspection.size() + " bytes), and " + kind
                        + " may have at most " + Rejections.size(limit) + " on " + rules.api(),
                "Make it smaller");
    }

    /** A document is offered only where it may hold the medium, and where that was not tried already. */
    private String orDocument(MediaType type, Breach breach) {
        if (type == MediaType.DOCUMENT || !breach.document()) {
            return ".";
        }
        if (wish.documentInstead()) {
            return "; it can't go as a document either.";
        }
        boolean helps = new Candidate(inspection, wish.orDocument(), name, found, rules).fits(MediaType.DOCUMENT);
        return helps ? ", or send it as a document (onUnsupported=document)." : ".";
    }
}
