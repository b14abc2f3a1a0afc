package org.cameld360.media.media;

import org.cameld360.media.MediaRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What the rules speak against.
 *
 * @param rule the short, stable name of the rule
 * @param limit what the rule allows, as a person would write it, or {@code null}
 * @param name the file
 * @param why what was found, what is allowed and what would help
 */
public record Objection(String rule, @Nullable String limit, String name, String why) {

    /** The same as an exception. */
    public MediaRejectedException rejection() {
        return new MediaRejectedException(rule, limit, "Refused " + warning());
    }

    /** On one line, with the name of the file. */
    public String warning() {
        return "'" + Rejections.shown(name) + "': " + why;
    }
}
