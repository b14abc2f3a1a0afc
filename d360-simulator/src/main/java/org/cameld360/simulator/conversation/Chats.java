package org.cameld360.simulator.conversation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cameld360.simulator.StatusChange;
import org.jspecify.annotations.Nullable;

/** The last messages of all conversations, both ways. */
public final class Chats {

    private final Map<String, ChatMessage> byId = new HashMap<>();
    private final Feed<ChatMessage> feed;

    public Chats(int keep) {
        this.feed = new Feed<>(keep, message -> byId.remove(message.id()));
    }

    public synchronized ChatMessage add(ChatMessage message) {
        ChatMessage added = feed.add(message::numbered);
        byId.put(added.id(), added);
        return added;
    }

    /** Empty where the message is no longer kept. */
    public synchronized Optional<ChatMessage> change(String id, StatusChange status) {
        ChatMessage old = byId.get(id);
        if (old == null) {
            return Optional.empty();
        }
        ChatMessage changed = feed.replace(old.number(), number -> old.with(number, status));
        byId.put(id, changed);
        return Optional.of(changed);
    }

    public synchronized Optional<ChatMessage> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The name that a person wrote under last; null where there is none. */
    public @Nullable String nameOf(String person) {
        return all().stream()
                .filter(message -> message.person().equals(person) && message.name() != null)
                .max(Comparator.comparing(ChatMessage::order))
                .map(ChatMessage::name)
                .orElse(null);
    }

    /** By the time of their last change. */
    public List<ChatMessage> all() {
        return feed.all();
    }

    /** For reading and waiting only. */
    public Feed<ChatMessage> feed() {
        return feed;
    }

    public synchronized void clear() {
        byId.clear();
        feed.clear();
    }
}
