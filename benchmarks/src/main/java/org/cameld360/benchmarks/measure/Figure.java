package org.cameld360.benchmarks.measure;

/** What is measured. */
public enum Figure {
    MESSAGES("messages/s"),
    /** Of 1,000,000 bytes, the media only. */
    MEGABYTES("MB/s"),
    /** Of the loading JVM, in microseconds for each message. */
    CPU("CPU us"),
    /** Bytes for each message. */
    ALLOCATED("allocated B"),
    /** The most that was used, garbage included. */
    HEAP("heap MB"),
    /** The most that a collection left. */
    LIVE("live MB"),
    /** The most there were, those of the measuring included. */
    THREADS("threads"),
    /** Those with the contender's name among them. */
    OWN_THREADS("own threads"),
    /** The most open files and sockets there were. */
    HANDLES("handles"),
    /** From the poll that found a file, or from the file's close where that was later, to the request's head at the sink. */
    DELAY("delay ms"),
    /** From the file's close, the wait for the poll included. */
    DELAY_WITH_POLL("with poll ms"),
    /** From the start of the process. */
    START("start ms");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
