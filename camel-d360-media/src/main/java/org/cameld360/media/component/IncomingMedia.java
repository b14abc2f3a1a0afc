package org.cameld360.media.component;

import org.cameld360.media.media.MediaSource;
import org.jspecify.annotations.Nullable;

/**
 * Media as an exchange brings it.
 *
 * @param source its bytes
 * @param name what the source calls it, from outside, or {@code null}
 * @param claimedType what the source says it is, from outside, or {@code null}
 */
record IncomingMedia(
        MediaSource source, @Nullable String name, @Nullable String claimedType) {}
