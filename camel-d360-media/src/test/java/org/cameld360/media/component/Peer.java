package org.cameld360.media.component;

import java.util.List;
import org.cameld360.media.client.Conversation;

/** What stands at the other end of a call, and is at fault. */
interface Peer extends AutoCloseable {

    /** How a peer comes about. */
    @FunctionalInterface
    interface Kind {

        /**
         * Starts one.
         *
         * @param times how many requests of that call meet the fault; one that can't tell requests is always at fault
         */
        Peer start(Call call, int times);
    }

    String url();

    /** Options that an endpoint needs to meet the fault. */
    default String options() {
        return "";
    }

    /** Every request that was seen here. */
    default List<Conversation> requests() {
        return List.of();
    }

    /** How many connections came, or -1 where nobody could count them. */
    default int connections() {
        return -1;
    }

    /** From here on so many requests of the call meet the fault, and no more. Not for one that can't tell requests. */
    default void meet(int times) {
        throw new UnsupportedOperationException();
    }

    @Override
    void close();
}
