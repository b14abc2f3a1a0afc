package org.cameld360.simulator.message;

import org.jspecify.annotations.Nullable;

/** The object that a message's type names. */
record MediaObject(
        @Nullable String id,
        @Nullable String link,
        @Nullable String caption,
        @Nullable String fileName,
        @Nullable Boolean voice) {

    static final MediaObject NONE = new MediaObject(null, null, null, null, null);
}
