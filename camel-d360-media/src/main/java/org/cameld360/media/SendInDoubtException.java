package org.cameld360.media;

import org.jspecify.annotations.Nullable;

/** A message may or may not have been accepted: its bytes left and no usable answer came. The component never repeats it. */
public class SendInDoubtException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    public SendInDoubtException(String message, ErrorFacts facts, @Nullable Throwable cause) {
        super(message, facts, cause);
    }
}
