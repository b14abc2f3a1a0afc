package org.cameld360.media.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cameld360.media.media.ContentTypes;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.MediaWish;
import org.cameld360.media.media.Objection;
import org.cameld360.media.media.PictureRule;
import org.cameld360.media.media.Rejections;
import org.cameld360.media.media.TrackRule;
import org.cameld360.media.media.Tracks;
import org.cameld360.media.media.TypeRule;
import org.cameld360.media.media.WhatGoes;

/** Writes what goes and what doesn't: the rules from their tables, the cases from what is decided of them. */
final class GoesTables {

    private GoesTables() {}

    /** The rules of both generations. */
    static String limits() {
        StringBuilder table = new StringBuilder(
                "| media type | API | MIME types | at most | inside | a message carries |\n|---|---|---|---|---|---|\n");
        for (MediaType type : MediaType.values()) {
            for (MediaRules rules : MediaRules.all()) {
                TypeRule rule = rules.of(type);
                table.append("| ")
                        .append(type)
                        .append(" | ")
                        .append(rules.api())
                        .append(" | ")
                        .append(contentTypes(rule))
                        .append(" | ")
                        .append(size(rules, type))
                        .append(" | ")
                        .append(inside(rule))
                        .append(" | ")
                        .append(details(rule))
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private static String contentTypes(TypeRule rule) {
        return rule.contentTypes().isEmpty()
                ? "any"
                : new TreeSet<>(rule.contentTypes())
                        .stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }

    private static String size(MediaRules rules, MediaType type) {
        long still = rules.limit(type, false);
        long animated = rules.limit(type, true);
        if (still == animated) {
            return Rejections.size(still);
        }
        return Rejections.size(still) + (animated == 0 ? ", not animated" : "; animated " + Rejections.size(animated));
    }

    private static String inside(TypeRule rule) {
        Stream<String> tracks = new TreeMap<>(rule.tracks())
                .entrySet().stream().map(GoesTables::tracks).distinct();
        String inside = Stream.concat(tracks, picture(rule.picture())).collect(Collectors.joining("; "));
        return inside.isEmpty() ? "–" : inside;
    }

    private static String tracks(Map.Entry<String, TrackRule> container) {
        TrackRule rule = container.getValue();
        String sound = names(rule.audio()) + (rule.maxChannels() == 1 ? ", mono" : "");
        String most = "at most " + rule.maxAudioTracks() + " sound track";
        return rule.video().isEmpty()
                ? "`" + container.getKey() + "`: " + sound
                : names(rule.video()) + " with " + sound + " or silent, " + most;
    }

    private static Stream<String> picture(PictureRule rule) {
        Stream.Builder<String> parts = Stream.builder();
        if (rule.maxBitDepth() > 0) {
            parts.add("at most " + rule.maxBitDepth() + " bits for each colour");
        }
        if (!rule.colours().isEmpty()) {
            parts.add(rule.colours().stream()
                    .sorted()
                    .map(colour -> colour.name().replace('_', ' '))
                    .collect(Collectors.joining(", ")));
        }
        if (rule.width() > 0) {
            parts.add(rule.width() + "x" + rule.height() + " pixels");
        }
        return parts.build();
    }

    private static String names(Set<String> codecs) {
        return codecs.stream().sorted().map(Tracks::name).collect(Collectors.joining(", "));
    }

    private static String details(TypeRule rule) {
        String details = rule.details().stream()
                .sorted()
                .map(detail -> switch (detail) {
                    case CAPTION -> "caption";
                    case FILE_NAME -> "file name";
                    case VOICE -> "voice";
                })
                .collect(Collectors.joining(", "));
        return details.isEmpty() ? "–" : details;
    }

    /** What is decided of each case. */
    static String cases(List<WhatGoes.Case> cases, boolean names) {
        StringBuilder table = new StringBuilder("| medium | v1 | v2 |\n|---|---|---|\n");
        for (WhatGoes.Case medium : cases) {
            table.append(names ? "| `" + medium.name() + "`" : "| " + medium.what());
            MediaRules.all().forEach(rules -> table.append(" | ").append(medium.verdict(rules)));
            table.append(" |\n");
        }
        return table.toString();
    }

    static String samples() {
        String empty = "– " + WhatGoes.empty().getRule();
        return cases(WhatGoes.samples(), true) + "| `empty.jpg` | " + empty + " | " + empty + " |\n";
    }

    /** Each rule by the first case that it refuses, on the newer generation where that has it. */
    static String rules() {
        Map<String, String> words = new TreeMap<>();
        for (MediaRules rules : List.of(MediaRules.V2, MediaRules.V1)) {
            for (WhatGoes.Case medium : WhatGoes.byRule()) {
                MediaDecision.weigh(medium.inspection(), MediaWish.named(medium.name()), rules)
                        .objections()
                        .forEach(objection -> words.putIfAbsent(objection.rule(), row(objection)));
            }
        }
        words.put("empty", "| `empty` | " + WhatGoes.empty().getMessage() + " |\n");
        return "| rule | an example |\n|---|---|\n" + String.join("", words.values());
    }

    private static String row(Objection objection) {
        return "| `" + objection.rule() + "` | " + objection.rejection().getMessage() + " |\n";
    }

    /** MIME types that go under another name on v2. */
    static String asPlainText() {
        return MediaRules.V2.declaredAs().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(ContentTypes.PLAIN_TEXT))
                        .map(entry -> "`" + entry.getKey() + "`")
                        .sorted()
                        .collect(Collectors.joining(", "))
                + "\n";
    }
}
