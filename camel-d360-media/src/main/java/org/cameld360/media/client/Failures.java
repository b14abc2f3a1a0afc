package org.cameld360.media.client;

import java.util.concurrent.CompletionException;

/** Failures as futures hand them on. */
public final class Failures {

    private Failures() {}

    /** What a future failed with, without the wrapping that its stages add. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
