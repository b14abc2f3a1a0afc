package org.cameld360.simulator.media;

import java.time.Duration;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * Media that has passed all checks.
 *
 * @param owner the key that it came with, or is for
 * @param retention how long the id can be used
 * @param inbound whether a person sent it to the business
 */
public record Upload(
        ApiVersion apiVersion,
        String owner,
        String id,
        String contentType,
        @Nullable String fileName,
        Body content,
        Duration retention,
        boolean inbound) {}
