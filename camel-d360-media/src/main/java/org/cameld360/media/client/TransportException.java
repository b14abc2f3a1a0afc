package org.cameld360.media.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No usable answer came. Tells whether the request may have reached the server. */
final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean requestLeft;

    TransportException(String message, boolean requestLeft, @Nullable Throwable cause) {
        super(message, cause);
        this.requestLeft = requestLeft;
    }

    /** Whether bytes of the request may have left. */
    boolean requestLeft() {
        return requestLeft;
    }
}
