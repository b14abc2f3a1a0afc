package org.cameld360.simulator;

/** How the simulator finds out that WhatsApp could not use what a message carries. */
public enum Inspection {
    /** Not at all: whatever is accepted is delivered. */
    NONE,
    /** By rules of its own, from the first and the structural bytes of a file. The default. */
    OWN,
    /** By its own rules, and by {@code ffprobe} for sound and video, which has to be on the {@code PATH}. */
    FFPROBE
}
