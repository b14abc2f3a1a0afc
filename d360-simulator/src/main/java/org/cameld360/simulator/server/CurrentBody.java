package org.cameld360.simulator.server;

import org.cameld360.simulator.body.Body;
import org.jspecify.annotations.Nullable;

/**
 * The body of the request that a thread is at. WireMock serves a request on one thread, and hands everything on but what is not its own.
 */
final class CurrentBody {

    private static final ThreadLocal<@Nullable Body> BODY = new ThreadLocal<>();

    private CurrentBody() {}

    static void set(Body body) {
        BODY.set(body);
    }

    static Body get() {
        Body body = BODY.get();
        return body == null ? Body.EMPTY : body;
    }

    static void clear() {
        BODY.remove();
    }
}
