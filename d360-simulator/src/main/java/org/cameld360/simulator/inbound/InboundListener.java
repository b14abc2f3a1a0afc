package org.cameld360.simulator.inbound;

import org.cameld360.simulator.conversation.ChatMessage;

/** Is told of what people send. */
public interface InboundListener {

    /** A message has arrived; the owner is the key whose number it was sent to. */
    void arrived(String owner, ChatMessage message);
}
