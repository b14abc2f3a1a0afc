package org.cameld360.simulator.delivery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.cameld360.simulator.ApiVersion;
import org.cameld360.simulator.Delivery;
import org.cameld360.simulator.DeliveryFailure;
import org.cameld360.simulator.DeliveryStatus;
import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StatusChange;
import org.cameld360.simulator.StoredMedia;
import org.cameld360.simulator.conversation.ChatMessage;
import org.cameld360.simulator.conversation.Chats;
import org.cameld360.simulator.inspect.Inspector;
import org.cameld360.simulator.media.MediaStore;
import org.cameld360.simulator.message.MessageLog;
import org.cameld360.simulator.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Takes accepted messages, and has them sent, delivered and read, or failed. */
public final class Outbox {

    private final MessageLog log;
    private final Chats chats;
    private final MediaStore store;
    private final Timeline timeline;
    private final Delivery delivery;
    private final Inspector inspector;
    private final StatusListener listener;

    public Outbox(
            MessageLog log,
            Chats chats,
            MediaStore store,
            Timeline timeline,
            Delivery delivery,
            Inspector inspector,
            StatusListener listener) {
        this.log = log;
        this.chats = chats;
        this.store = store;
        this.timeline = timeline;
        this.delivery = delivery;
        this.inspector = inspector;
        this.listener = listener;
    }

    /**
     * Takes a message that breaks no rule.
     *
     * @param scripted what the message fails with in any case
     */
    public void accept(String owner, ReceivedMessage message, @Nullable DeliveryFailure scripted) {
        StoredMedia media =
                Optional.ofNullable(message.mediaId()).flatMap(store::get).orElse(null);
        log.add(message);
        chats.add(chatMessage(message, media));
        timeline.after(delivery.sent(), () -> send(owner, message, media, scripted));
    }

    private void send(
            String owner, ReceivedMessage message, @Nullable StoredMedia media, @Nullable DeliveryFailure scripted) {
        if (scripted != null || media == null) {
            send(owner, message, scripted);
            return;
        }
        CompletableFuture<Optional<String>> problem = inspector.begin(media, message.type());
        if (problem.isDone()) {
            send(owner, message, failure(problem));
        } else {
            timeline.once(problem, () -> send(owner, message, failure(problem)));
        }
    }

    private void send(String owner, ReceivedMessage message, @Nullable DeliveryFailure failure) {
        if (failure != null) {
            change(owner, message, DeliveryStatus.FAILED, failure);
            return;
        }
        change(owner, message, DeliveryStatus.SENT, null);
        if (delivery.delivered() != null) {
            timeline.after(delivery.delivered(), () -> deliver(owner, message));
        }
    }

    private void deliver(String owner, ReceivedMessage message) {
        change(owner, message, DeliveryStatus.DELIVERED, null);
        if (delivery.read() != null) {
            timeline.after(delivery.read(), () -> read(owner, message));
        }
    }

    private void read(String owner, ReceivedMessage message) {
        change(owner, message, DeliveryStatus.READ, null);
        if (message.apiVersion() == ApiVersion.V2 && Boolean.TRUE.equals(message.voice()) && delivery.read() != null) {
            timeline.after(delivery.read(), () -> change(owner, message, DeliveryStatus.PLAYED, null));
        }
    }

    private static @Nullable DeliveryFailure failure(CompletableFuture<Optional<String>> problem) {
        return problem.join().map(DeliveryFailure::media).orElse(null);
    }

    private void change(
            String owner, ReceivedMessage message, DeliveryStatus status, @Nullable DeliveryFailure failure) {
        StatusChange change = new StatusChange(status, timeline.clock().instant(), failure);
        chats.change(message.id(), change);
        listener.changed(owner, message, change);
    }

    private static ChatMessage chatMessage(ReceivedMessage message, @Nullable StoredMedia media) {
        String text = message.type().equals("text")
                ? message.raw().path("text").path("body").asText()
                : message.caption();
        return new ChatMessage(
                0,
                0,
                message.apiVersion(),
                message.to().replaceAll("[^0-9]", ""),
                null,
                false,
                message.id(),
                message.type(),
                text,
                media,
                message.link(),
                message.fileName(),
                Boolean.TRUE.equals(message.voice()),
                message.replyTo(),
                message.at(),
                List.of());
    }
}
