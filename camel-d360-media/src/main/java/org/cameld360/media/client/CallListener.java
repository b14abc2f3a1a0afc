package org.cameld360.media.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told what becomes of calls, for figures. Called on threads that must not be blocked; what it throws ends the call. */
public interface CallListener {

    /** Nobody listens. */
    CallListener NONE = new CallListener() {};

    /** A request had to wait for its turn, and has got it. */
    default void heldBack(ApiOperation operation, Duration time) {}

    /** A request is made once more, since it failed. */
    default void repeated(ApiOperation operation) {}

    /**
     * A call has ended, with all its repeats.
     *
     * @param time since it was asked for: its wait for its turn and the pauses between repeats included
     * @param failure {@code null} where it went well
     */
    default void ended(ApiOperation operation, Duration time, @Nullable Throwable failure) {}

    /** Media has gone through whole, up or down. */
    default void moved(ApiOperation operation, long bytes) {}
}
