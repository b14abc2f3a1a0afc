package org.cameld360.media;

/** At least one part of a message of several parts was not sent. The report tells which parts were, and which were not. */
public class PartsFailedException extends D360MediaException {

    private static final long serialVersionUID = 1L;

    private final SendReport report;

    /** @param report every part in order, sent or failed */
    public PartsFailedException(String message, SendReport report, Throwable firstFailure) {
        super(message, ErrorFacts.NONE, firstFailure);
        this.report = report;
    }

    /** Every part in order, sent or failed with its reason. */
    public SendReport getReport() {
        return report;
    }
}
