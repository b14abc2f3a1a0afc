package org.cameld360.examples.watchedfolder;

import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;

/** The lines that a person reads. What comes from outside is shown so that no terminal obeys it. */
final class Console {

    /** Control characters, line separators, lone surrogates, and what turns the reading direction around. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(clean(line));
        out.flush();
    }

    /** On one line, with anything unsafe spelled out: a line break reads as <code>\</code><code>u000A</code>. */
    static String clean(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04X", (int) found.group().charAt(0)));
    }

    /** Bytes as the limits count them, in thousands. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
