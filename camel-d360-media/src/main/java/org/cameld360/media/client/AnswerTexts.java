package org.cameld360.media.client;

import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Makes what a server said fit for a message: no key, no address that could be signed, one line, not long. */
final class AnswerTexts {

    private static final int MAX = 1_000;

    /** An answer may have a megabyte of words, and patterns are not run over that. */
    private static final int LOOKED_AT = 4 * MAX;

    private AnswerTexts() {}

    static @Nullable String clean(@Nullable String words, ApiKey key) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String masked = key.maskIn(words);
        String safe = masked.substring(0, Math.min(masked.length(), LOOKED_AT))
                .replaceAll("(?i)https?:[^\\s\"'<>]+", "[url]")
                .replaceAll("\\?[^\\s\"'<>]*=[^\\s\"'<>]*", "?[query]")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        if (safe.length() <= MAX) {
            return safe.isEmpty() ? null : safe;
        }
        int cut = Character.isHighSurrogate(safe.charAt(MAX - 4)) ? MAX - 4 : MAX - 3;
        return safe.substring(0, cut) + "...";
    }

    /** A header, as short as a part of a sentence should be. */
    static String shown(@Nullable String header, ApiKey key) {
        String safe = clean(header, key);
        return safe == null ? "none" : Rejections.shown(safe);
    }
}
