package org.cameld360.simulator.delivery;

import org.cameld360.simulator.ReceivedMessage;
import org.cameld360.simulator.StatusChange;

/** Is told of each step of each message, on the thread of the timeline. */
public interface StatusListener {

    /**
     * A message has got on, or failed.
     *
     * @param owner the key that the message was sent with
     */
    void changed(String owner, ReceivedMessage message, StatusChange change);
}
