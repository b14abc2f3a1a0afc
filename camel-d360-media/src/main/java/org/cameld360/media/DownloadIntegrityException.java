package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** What was downloaded is not what was announced: size or checksum differ, or it exceeds {@code maxSize}. */
public class DownloadIntegrityException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    public DownloadIntegrityException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
