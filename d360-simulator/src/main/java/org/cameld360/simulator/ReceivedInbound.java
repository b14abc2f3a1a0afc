package org.cameld360.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A message that a person sent to the business.
 *
 * @param id as the webhook has it
 * @param media null where it is a text
 */
public record ReceivedInbound(String id, @Nullable StoredMedia media) {}
