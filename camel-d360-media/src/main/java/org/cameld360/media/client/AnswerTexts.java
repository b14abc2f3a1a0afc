package org.cameld360.media.client;

import org.cameld360.media.media.Rejections;
import org.jspecify.annotations.Nullable;

/** Makes what a server said fit for a message: no key, no address that could be signed, one line, not long. */
final class AnswerTexts {

    private static final int MAX = 1_000;

    private AnswerTexts() {}

    static @Nullable String clean(@Nullable String words, ApiKey key) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String safe = key.maskIn(words)
                .replaceAll("(?i)\\bhttps?:[^\\s\"'<>]+", "[url]")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        return safe.length() <= MAX ? safe : safe.substring(0, MAX - 3) + "...";
    }

    static String shown(@Nullable String header) {
        return header == null ? "none" : Rejections.shown(header);
    }
}
