package org.cameld360.simulator.inbound;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.body.Body;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.conversation.Chats;
import org.cameld360.simulator.media.Ids;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.media.Upload;
import org.jspecify.annotations.Nullable;

/** Takes what people send to the business: keeps the media, shows the message, and has the webhook told. */
public final class InboundDesk {

    /** The largest media message of the Cloud API. */
    public static final long MAX_SIZE = 100_000_000;

    private static final Duration V1_RETENTION = Duration.ofDays(14);

    /** Shorter than for uploads: Meta's change of October 2025. */
    private static final Duration V2_RETENTION = Duration.ofDays(7);

    private final MediaStore store;
    private final Chats chats;
    private final Clock clock;
    private final InboundListener listener;

    public InboundDesk(MediaStore store, Chats chats, Clock clock, InboundListener listener) {
        this.store = store;
        this.chats = chats;
        this.clock = clock;
        this.listener = listener;
    }

    public ChatMessage receive(InboundMessage message) {
        StoredMedia media = store(message);
        boolean v1 = message.apiVersion() == ApiVersion.V1;
        ChatMessage chat = chats.add(new ChatMessage(
                0,
                0,
                message.apiVersion(),
                message.from(),
                message.name() == null ? chats.nameOf(message.from()) : message.name(),
                true,
                v1 ? Ids.v1Message() : Ids.v2Message(),
                message.type(),
                message.text(),
                media,
                null,
                message.fileName(),
                message.voice(),
                message.replyTo(),
                clock.instant(),
                List.of()));
        listener.arrived(message.owner(), chat);
        return chat;
    }

    private @Nullable StoredMedia store(InboundMessage message) {
        String contentType = message.contentType();
        Body content = message.content();
        if (contentType == null || content == null) {
            return null;
        }
        boolean v1 = message.apiVersion() == ApiVersion.V1;
        return store.add(new Upload(
                message.apiVersion(),
                message.owner(),
                v1 ? Ids.v1Media() : Ids.v2Media(),
                contentType,
                message.fileName(),
                content,
                v1 ? V1_RETENTION : V2_RETENTION,
                true));
    }
}
