package org.cameld360.media.media;

import org.jspecify.annotations.Nullable;

/**
 * A rule that is broken.
 *
 * @param rule the short, stable name of the rule
 * @param limit what the rule allows, as a person would write it, or {@code null}
 * @param why what was found and what is allowed: a sentence without its full stop
 * @param help what to do about it, without a full stop
 * @param document whether going as a document is worth a thought
 */
record Breach(String rule, @Nullable String limit, String why, String help, boolean document) {

    Breach(String rule, @Nullable String limit, String why, String help) {
        this(rule, limit, why, help, true);
    }

    /** The reason with its end. It may be a question already. */
    String sentence() {
        return why.endsWith("?") ? why : why + ".";
    }
}
