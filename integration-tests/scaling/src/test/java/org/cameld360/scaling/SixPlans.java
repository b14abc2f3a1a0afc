package org.cameld360.scaling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The plans of the page, and what became of each of them. They are run once, as the largest takes a while. */
final class SixPlans {

    /** In how many numbers of a plan a worker dies. */
    static final int DEATHS = 20;

    static final int DEATH_AT = 60;

    private static final List<Integer> TARGETS = List.of(10, 1000, 100_000);
    private static final List<Integer> RATES = List.of(80, 1000);
    private static final Map<Plan, Outcome> CALM = new ConcurrentHashMap<>();
    private static final Map<Plan, Outcome> DEATH = new ConcurrentHashMap<>();

    static List<Plan> all() {
        return TARGETS.stream().flatMap(SixPlans::of).toList();
    }

    /** With numbers of each rate. */
    static Stream<Plan> of(int target) {
        return RATES.stream().map(rate -> Plan.of(target, rate, Assumptions.OF_THE_PAGE));
    }

    static List<Integer> targets() {
        return TARGETS;
    }

    /** How many seconds of virtual time tell: fewer where there are more messages. */
    static int seconds(Plan plan) {
        return plan.target() > 1000 ? 90 : plan.target() > 10 ? 600 : 3600;
    }

    /** All numbers, and nothing happens. */
    static Outcome calm(Plan plan) {
        return CALM.computeIfAbsent(plan, any -> Simulation.run(any, Conditions.calm(seconds(any))));
    }

    /** Numbers that each lose a worker in the middle of it. */
    static Outcome death(Plan plan) {
        return DEATH.computeIfAbsent(plan, any -> Simulation.run(any, withDeath(any), DEATHS));
    }

    static Conditions withDeath(Plan plan) {
        return Conditions.calm(240)
                .with(new Outage(
                        DEATH_AT,
                        plan.partitionsOfNumberInWorker(),
                        plan.given().takeoverSeconds()));
    }

    /** From the take-over, in seconds. */
    static double recovery(Plan plan) {
        return death(plan).caughtUpAt() - DEATH_AT - plan.given().takeoverSeconds();
    }

    private SixPlans() {}
}
