package org.cameld360.simulator.message;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cameld360.simulator.ReceivedMessage;

/** The accepted messages, in order. */
public final class MessageLog {

    private final Queue<ReceivedMessage> messages = new ConcurrentLinkedQueue<>();

    public void add(ReceivedMessage message) {
        messages.add(message);
    }

    public List<ReceivedMessage> all() {
        return List.copyOf(messages);
    }

    public void clear() {
        messages.clear();
    }
}
