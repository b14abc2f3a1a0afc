package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * As long as the program runs: trouble on the way makes all files wait, longer each time, and the file that met it goes to
 * the end of the line, so that one bad file can't keep the others.
 */
final class Forever implements Pace {

    private final Hold hold;
    private final Map<File, Integer> failures = new HashMap<>();

    Forever(Hold hold) {
        this.hold = hold;
    }

    @Override
    public boolean allows(File file) {
        return !hold.isOn();
    }

    @Override
    public int turn(File file) {
        return failures.getOrDefault(file, 0);
    }

    @Override
    public void settled(File file, boolean done) {
        failures.remove(file);
        if (done) {
            hold.release();
        }
    }

    @Override
    public String putOff(File file, Problem problem) {
        failures.merge(file, 1, Integer::sum);
        Duration pause = hold.extend(problem.retryAt());
        return "It stays in the inbox; trying again in " + inWords(pause) + ".";
    }

    private static String inWords(Duration pause) {
        return pause.compareTo(Duration.ofMinutes(2)) < 0
                ? Math.max(1, pause.toSeconds()) + " s"
                : pause.toMinutes() + " min";
    }

    @Override
    public void looked() {
        failures.keySet().removeIf(file -> !file.exists());
    }
}
