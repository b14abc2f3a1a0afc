package org.cameld360.scaling;

import java.util.stream.IntStream;

/** All numbers of a plan. None of them knows of the others, so each is run on its own and nothing of it is kept but its outcome. */
final class Simulation {

    private static final long SEED = 360;

    static Outcome run(Plan plan, Conditions conditions) {
        return run(plan, conditions, plan.numbers());
    }

    /** Of so many numbers of the plan. */
    static Outcome run(Plan plan, Conditions conditions, int numbers) {
        return IntStream.range(0, numbers)
                .parallel()
                .mapToObj(number -> new NumberSimulation(plan, conditions, SEED + number).run())
                .reduce(Outcome::plus)
                .orElseThrow();
    }

    private Simulation() {}
}
