package org.cameld360.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One call, in whatever way it was answered: by the API or by a stub that a test put before it.
 *
 * @param path without the query, which may hold a signature
 * @param status of the answer; 0 where a fault took its place
 * @param refusal the rule that refused the call, such as {@code caption-too-long}; null where the API refused nothing
 */
public record RecordedCall(
        String method, String path, int status, @Nullable String refusal) {}
