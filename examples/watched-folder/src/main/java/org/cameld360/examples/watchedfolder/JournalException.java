package org.cameld360.examples.watchedfolder;

import java.io.IOException;

/** Nothing is sent without being written down first. */
final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(IOException cause) {
        super("The journal can't be written, and nothing is sent without it: " + cause.getMessage() + ".", cause);
    }
}
