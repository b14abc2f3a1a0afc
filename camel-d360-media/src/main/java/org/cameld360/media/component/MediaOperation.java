package org.cameld360.media.component;

import java.util.Locale;

/** What an endpoint does: the path of its URI. */
public enum MediaOperation {
    UPLOAD,
    GET,
    DELETE,
    SEND;

    /** The name in the URI: lower case. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
