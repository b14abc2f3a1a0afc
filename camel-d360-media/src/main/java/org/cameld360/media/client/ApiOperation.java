package org.cameld360.media.client;

import java.util.Locale;

/** What the requests of the API do. */
public enum ApiOperation {
    UPLOAD,
    /** By a media id: 360dialog counts those that fail. */
    GET,
    /** From the address that a get gave, on v2. */
    DOWNLOAD,
    DELETE,
    SEND;

    /** In lower case, as in figures. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be repeated after its bytes left without an answer. A message can't: the API has no idempotency key. */
    boolean isRepeatable() {
        return this != SEND;
    }
}
