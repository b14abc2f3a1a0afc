package org.cameld360.examples.watchedfolder;

/** How it ended with a file, and the folder that it goes to then. */
enum Outcome {
    SENT(".sent"),
    REFUSED(".failed"),
    /** It may have arrived: nothing sends it again by itself. */
    IN_DOUBT(".in-doubt");

    private final String folder;

    Outcome(String folder) {
        this.folder = folder;
    }

    /** Its name, within the inbox. */
    String folder() {
        return folder;
    }

    /** Whether a text beside the file tells the reason. */
    boolean hasReason() {
        return this != SENT;
    }
}
