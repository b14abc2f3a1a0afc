package org.cameld360.media;

/**
 * At least one part of a message of several parts was not sent. The report tells which parts were, and which were not. The
 * failures are no cause of it: Camel's {@code onException} goes by the innermost cause, and what fits a part that was refused
 * does not fit a message of which other parts have left.
 */
public class PartsFailedException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    private final SendReport report;

    /** @param report every part in order, sent or failed */
    public PartsFailedException(String message, SendReport report, Throwable firstFailure) {
        super(message, ErrorFacts.NONE, null);
        this.report = report;
        addSuppressed(firstFailure);
    }

    /** Why the first of the parts that were not sent was not. */
    public Throwable getFirstFailure() {
        return getSuppressed()[0];
    }

    /** Every part in order, sent or failed with its reason. */
    public SendReport getReport() {
        return report;
    }
}
