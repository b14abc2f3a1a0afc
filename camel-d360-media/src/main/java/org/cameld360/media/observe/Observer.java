package org.cameld360.media.observe;

import org.cameld360.media.client.CallListener;

/** Is told of calls, and of what happens without one. */
public interface Observer extends CallListener {

    /** Media or a message was refused here, by the rule of that short, stable name. */
    default void rejected(String rule) {}

    /** Media went by the id of an earlier upload. */
    default void reused() {}
}
