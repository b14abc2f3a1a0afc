package org.cameld360.examples.watchedfolder;

import java.io.File;

/** Which files may go now, and what becomes of those that could not. */
interface Pace {

    boolean allows(File file);

    /** Files with a lower number go first. */
    int turn(File file);

    /** The file is not looked at again. It is done if it was sent and has left the inbox. */
    void settled(File file, boolean done);

    /** The file stays in the inbox. Returns what happens to it next, for a person to read. */
    String putOff(File file, Problem problem);

    /** The folder has been looked through once more. */
    void looked();
}
