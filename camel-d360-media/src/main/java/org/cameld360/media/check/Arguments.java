package org.cameld360.media.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rules the generations that are asked
 */
record Arguments(List<MediaRules> rules, boolean json, boolean help, List<String> files) {

    static final String USAGE = """
            Usage: java -jar camel-d360-media.jar check [--api v1|v2|both] [--json] FILE...

            Tells what each file is and whether it would go to WhatsApp through 360dialog: as which kind, on v1 and on
            v2, and why not. It decides as the component does with its default options, from the content and the name.

              --api v1|v2|both   the generation of the API; both is the default
              --json             for scripts: an array with an object for each file
              --help             this text
              --                 what follows are files

            Exit status: 0 all would go, 1 at least one would be refused, 2 the command line is wrong.
            """;

    /** @throws IllegalArgumentException says what is wrong */
    static Arguments parse(List<String> args) {
        Deque<String> left = new ArrayDeque<>(args);
        if ("check".equals(left.peek())) {
            left.remove();
        }
        List<MediaRules> rules = MediaRules.all();
        List<String> files = new ArrayList<>();
        boolean json = false;
        while (!left.isEmpty()) {
            String next = left.remove();
            if (next.equals("--")) {
                files.addAll(left);
                break;
            }
            if (next.equals("--help") || next.equals("-h")) {
                return new Arguments(rules, json, true, List.of());
            }
            if (next.equals("--json")) {
                json = true;
            } else if (next.equals("--api")) {
                rules = rules(left.poll());
            } else if (next.startsWith("--api=")) {
                rules = rules(next.substring("--api=".length()));
            } else if (next.startsWith("-") && next.length() > 1) {
                throw new IllegalArgumentException("There is no option " + Rejections.shown(next) + ".");
            } else {
                files.add(next);
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Name at least one file.");
        }
        return new Arguments(rules, json, false, files);
    }

    private static List<MediaRules> rules(@Nullable String api) {
        if ("both".equals(api)) {
            return MediaRules.all();
        }
        List<MediaRules> asked = MediaRules.all().stream()
                .filter(rules -> rules.api().equals(api))
                .toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    "--api takes v1, v2 or both" + (api == null ? "." : ", and not '" + Rejections.shown(api) + "'."));
        }
        return asked;
    }
}
