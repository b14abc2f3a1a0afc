package org.cameld360.simulator.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.StoredMedia;
import org.jspecify.annotations.Nullable;

/**
 * A message as a phone shows it.
 *
 * @param number of its last change
 * @param order stays the same when it changes
 * @param person the digits of the number that the business talks with
 * @param name the person's name, where the person sent the message and has one
 * @param inbound whether the person sent it
 * @param text the text of a text, or the caption of media
 * @param media null where it is a text or a link
 * @param statuses in their order
 */
public record ChatMessage(
        long number,
        long order,
        ApiVersion apiVersion,
        String person,
        @Nullable String name,
        boolean inbound,
        String id,
        String type,
        @Nullable String text,
        @Nullable StoredMedia media,
        @Nullable String link,
        @Nullable String fileName,
        boolean voice,
        @Nullable String replyTo,
        Instant at,
        List<StatusChange> statuses) {

    ChatMessage numbered(long newNumber) {
        return copy(newNumber, order == 0 ? newNumber : order, statuses);
    }

    ChatMessage with(long newNumber, StatusChange status) {
        List<StatusChange> more = new ArrayList<>(statuses);
        more.add(status);
        return copy(newNumber, order, List.copyOf(more));
    }

    private ChatMessage copy(long newNumber, long newOrder, List<StatusChange> newStatuses) {
        return new ChatMessage(
                newNumber,
                newOrder,
                apiVersion,
                person,
                name,
                inbound,
                id,
                type,
                text,
                media,
                link,
                fileName,
                voice,
                replyTo,
                at,
                newStatuses);
    }
}
