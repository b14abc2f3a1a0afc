package org.cameld360.media.check;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.media.FileSource;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.MediaWish;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * A file and what the component would do with it.
 *
 * @param file as it was named on the command line; from outside
 * @param name its last part; from outside
 * @param inspection what the content tells, or {@code null} where it could not be looked at
 * @param verdicts one for each generation that was asked
 */
record CheckedFile(String file, String name, @Nullable Inspection inspection, List<Verdict> verdicts) {

    /**
     * @param api the generation
     * @param decision how it would go, or {@code null} where the file could not be looked at
     * @param problems what speaks against it; empty where it would go
     */
    record Verdict(String api, @Nullable MediaDecision decision, List<Problem> problems) {

        boolean goes() {
            return problems.isEmpty();
        }
    }

    /**
     * @param rule the short, stable name of the rule
     * @param limit what the rule allows, or {@code null}
     * @param why what was found, what is allowed and what would help
     */
    record Problem(String rule, @Nullable String limit, String why) {}

    static CheckedFile of(String file, List<MediaRules> rules) {
        String name = file;
        try {
            Path path = Path.of(file);
            Path leaf = path.getFileName();
            name = leaf == null ? file : leaf.toString();
            return weighed(file, name, Inspection.of(FileSource.of(path)), rules);
        } catch (InvalidPathException e) {
            String why = "no file can have this name here (" + Rejections.shown(e.getReason()) + ")";
            return refused(file, name, new Problem("file-missing", null, why), rules);
        } catch (MediaRejectedException e) {
            return refused(file, name, new Problem(e.getRule(), e.getLimit(), said(e)), rules);
        }
    }

    private static CheckedFile weighed(String file, String name, Inspection inspection, List<MediaRules> rules) {
        MediaWish wish = MediaWish.named(name);
        List<Verdict> verdicts = rules.stream()
                .map(rule -> {
                    MediaDecision decision = MediaDecision.weigh(inspection, wish, rule);
                    List<Problem> problems = decision.objections().stream()
                            .map(objection -> new Problem(objection.rule(), objection.limit(), objection.why()))
                            .toList();
                    return new Verdict(rule.api(), decision, problems);
                })
                .toList();
        return new CheckedFile(file, name, inspection, verdicts);
    }

    private static CheckedFile refused(String file, String name, Problem problem, List<MediaRules> rules) {
        List<Verdict> verdicts = rules.stream()
                .map(rule -> new Verdict(rule.api(), null, List.of(problem)))
                .toList();
        return new CheckedFile(file, name, null, verdicts);
    }

    /** The message without its beginning, which the report says in its own way. */
    private static String said(MediaRejectedException refusal) {
        return String.valueOf(refusal.getMessage()).replaceFirst("^Refused(?: '[^']*+')?+: ", "");
    }

    /** Whether all that were asked would take it. */
    boolean goes() {
        return verdicts.stream().allMatch(Verdict::goes);
    }
}
