package org.cameld360.media.media;

import java.io.IOException;

/** The content changed between being taken up and being sent. Nothing of it counts as sent. */
public final class SourceChangedException extends IOException {

    private static final long serialVersionUID = 1L;

    public SourceChangedException(String message) {
        super(message);
    }
}
