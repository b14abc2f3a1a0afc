package org.cameld360.media.media;

/** What happens to a medium that the rules speak against. */
public enum Validation {
    /** It is refused before a byte leaves. */
    STRICT,
    /** It goes, with a warning in the log. */
    WARN,
    /** It goes, unchecked. */
    OFF
}
