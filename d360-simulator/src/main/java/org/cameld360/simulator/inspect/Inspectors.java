package org.cameld360.simulator.inspect;

import org.cameld360.simulator.Inspection;

/** The inspectors by their setting. */
public final class Inspectors {

    private Inspectors() {}

    public static Inspector of(Inspection inspection) {
        return switch (inspection) {
            case NONE -> Inspector.NONE;
            case OWN, FFPROBE -> new OwnRules();
        };
    }
}
