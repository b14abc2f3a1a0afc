package org.cameld360.simulator.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.cameld360.simulator.ReceivedMessage;

/** The last accepted messages, in order. */
public final class MessageLog {

    private final int keep;
    private final Deque<ReceivedMessage> messages = new ArrayDeque<>();

    public MessageLog(int keep) {
        this.keep = keep;
    }

    public synchronized void add(ReceivedMessage message) {
        messages.addLast(message);
        if (messages.size() > keep) {
            messages.removeFirst();
        }
    }

    public synchronized List<ReceivedMessage> all() {
        return List.copyOf(messages);
    }

    public synchronized void clear() {
        messages.clear();
    }
}
