package org.cameld360.simulator.media;

import java.nio.ByteBuffer;
import org.cameld360.simulator.ApiVersion;
import org.jspecify.annotations.Nullable;

/**
 * Media that has passed all checks.
 *
 * @param owner the key that it came with
 */
public record Upload(
        ApiVersion apiVersion,
        String owner,
        String id,
        String contentType,
        @Nullable String fileName,
        ByteBuffer content) {}
