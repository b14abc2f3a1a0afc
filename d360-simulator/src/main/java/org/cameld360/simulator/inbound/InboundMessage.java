package org.cameld360.simulator.inbound;

import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends to the business.
 *
 * @param owner the key whose number it is sent to
 * @param from digits
 * @param name in the person's profile; null for the one from before
 * @param type as in the webhook of the Cloud API
 * @param text the text, or a caption
 * @param contentType null where it is a text
 * @param content null where it is a text
 */
public record InboundMessage(
        String owner,
        ApiVersion apiVersion,
        String from,
        @Nullable String name,
        String type,
        @Nullable String text,
        @Nullable String contentType,
        @Nullable Body content,
        @Nullable String fileName,
        boolean voice,
        @Nullable String replyTo) {}
