package org.cameld360.simulator.inspect;

import org.cameld360.simulator.Inspection;

/** The inspectors by their setting. */
public final class Inspectors {

    private Inspectors() {}

    /**
     * The inspector for a setting.
     *
     * @throws IllegalArgumentException where ffprobe is wanted and not there
     */
    public static Inspector of(Inspection inspection) {
        return switch (inspection) {
            case NONE -> Inspector.NONE;
            case OWN -> new OwnRules();
            case FFPROBE ->
                new Ffprobe(
                        new OwnRules(),
                        Ffprobe.find(System.getenv().getOrDefault("PATH", ""))
                                .orElseThrow(() -> new IllegalArgumentException("ffprobe is not on the PATH")));
        };
    }
}
