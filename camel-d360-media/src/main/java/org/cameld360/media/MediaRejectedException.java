package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** Refused here, before any request left. Names the rule that was broken and, where there is one, its limit. */
public class MediaRejectedException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final @Nullable String limit;

    /**
     * @param rule a short, stable name of the rule, such as {@code size} or {@code caption-length}
     * @param limit the limit as a person would write it, such as {@code 5 MB}, or {@code null}
     * @param message what was found and what to do
     */
    public MediaRejectedException(String rule, @Nullable String limit, String message) {
        this(rule, limit, message, null);
    }

    public MediaRejectedException(String rule, @Nullable String limit, String message, @Nullable Throwable cause) {
        super(message, ErrorFacts.NONE, cause);
        this.rule = rule;
        this.limit = limit;
    }

    /** The short, stable name of the broken rule. */
    public String getRule() {
        return rule;
    }

    /** The limit that the rule sets, or {@code null} where it sets none. */
    public @Nullable String getLimit() {
        return limit;
    }
}
