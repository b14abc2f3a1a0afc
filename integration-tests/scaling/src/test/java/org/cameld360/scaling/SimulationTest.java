package org.cameld360.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says of its plans holds in virtual time, and what it warns of fails there. */
class SimulationTest {

    /** A plan that sends less than this share of its target does not reach it. */
    private static final double REACHED = 0.999;
    /** Where it falls short, it does so with these few numbers as well. */
    private static final int FEW = 100;

    static List<Plan> plans() {
        return SixPlans.all();
    }

    /** Those whose target takes more than one number. */
    static List<Plan> plansOfSeveralNumbers() {
        return plans().stream()
                .filter(plan -> Plan.numbersFor(plan.target(), plan.rate()) > 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void reachesItsTarget(Plan plan) {
        Outcome outcome = SixPlans.calm(plan);

        assertThat(outcome.throughput()).isGreaterThanOrEqualTo(REACHED * plan.target());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatWaitsDoesNotGrow(Plan plan) {
        assertThat(growth(plan, SixPlans.calm(plan))).isLessThan(1.03);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noNumberHasMoreInAnySecondThanItMay(Plan plan) {
        assertThat(SixPlans.calm(plan).busiestSecond()).isPositive().isLessThanOrEqualTo(plan.rate());
        assertThat(SixPlans.death(plan).busiestSecond()).isPositive().isLessThanOrEqualTo(plan.rate());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void eachRecipientGetsItsMessagesInOrder(Plan plan) {
        assertThat(SixPlans.calm(plan).outOfOrder()).isZero();
        assertThat(SixPlans.death(plan).outOfOrder()).isZero();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nothingIsLost(Plan plan) {
        Outcome outcome = SixPlans.calm(plan);

        assertThat(outcome.sent() + outcome.left()).isEqualTo(outcome.arrived());
        assertThat(outcome.inDoubt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theHottestPartitionIsAsHotAsReckoned(Plan plan) {
        assertThat(SixPlans.calm(plan).hottest()).isCloseTo(plan.hottest(), Percentage.withPercentage(7));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatADeadWorkerLeftIsWorkedOffInTheTimeReckoned(Plan plan) {
        assertThat(SixPlans.death(plan).behind()).isZero();
        assertThat(SixPlans.recovery(plan)).isBetween(plan.recovery() / 4, plan.recovery());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aDeadWorkerLeavesInDoubtWhatItHadInHandAndNothingElse(Plan plan) {
        Outcome outcome = SixPlans.death(plan);

        assertThat(outcome.inDoubt()).isBetween(1L, (long) plan.partitionsOfNumberInWorker() * SixPlans.DEATHS);
        // Of those in doubt some arrived, and count as sent too.
        assertThat(outcome.arrived() - outcome.sent() - outcome.left()).isBetween(0L, outcome.inDoubt());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void fallsShortWithHalfOfThePartitions(Plan plan) {
        Plan half = plan.withPartitionsOfNumber(plan.partitionsOfNumber() / 2);
        Outcome outcome = few(half);

        assertThat(outcome.throughput()).isLessThan(REACHED * half.shareOfNumber() * count(half));
        assertThat(growth(half, outcome)).isGreaterThan(1.2);
    }

    @ParameterizedTest
    @MethodSource("plansOfSeveralNumbers")
    void fallsShortWithOneNumberFewerThanTheTargetTakes(Plan plan) {
        Plan tooFew = plan.withNumbers(Plan.numbersFor(plan.target(), plan.rate()) - 1);
        Outcome outcome = few(tooFew);

        assertThat(outcome.throughput()).isLessThan(REACHED * tooFew.shareOfNumber() * count(tooFew));
        assertThat(growth(tooFew, outcome)).isGreaterThan(1.1);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void neverCatchesUpAfterADeathWithHalfOfThePartitions(Plan plan) {
        Plan half = plan.withPartitionsOfNumber(plan.partitionsOfNumber() / 2);

        assertThat(new NumberSimulation(half, SixPlans.withDeath(half), 1).run().behind())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"100, 6", "300, 6", "100, 60", "1000, 60", "100, 600", "300, 600", "1000, 600"})
    void reachesItsTargetWithOtherLatenciesAndGaps(int millis, int gap) {
        Plan plan = Plan.of(
                1000,
                80,
                Assumptions.OF_THE_PAGE.withLatency(Duration.ofMillis(millis)).withGap(Duration.ofSeconds(gap)));
        Outcome outcome = Simulation.run(plan, Conditions.calm(600));

        assertThat(outcome.throughput()).isGreaterThanOrEqualTo(REACHED * plan.target());
        assertThat(growth(plan, outcome)).isLessThan(1.03);
    }

    @Test
    void withoutKeysMessagesOvertakeEachOtherWhenAWorkerDies() {
        Plan plan = Plan.of(1000, 80, Assumptions.OF_THE_PAGE.withGap(Duration.ofSeconds(6)));
        Conditions death = SixPlans.withDeath(plan);

        assertThat(Simulation.run(plan, death).outOfOrder()).isZero();
        assertThat(Simulation.run(plan, death.withoutKeys()).outOfOrder()).isPositive();
    }

    @Test
    void theRateIsExceededWhereTheWayToWhatsAppVariesByMoreThanATenthOfASecond() {
        Plan busy = SixPlans.all().get(2);
        Plan full = busy.withNumbers(Plan.numbersFor(busy.target(), busy.rate()) - 1);

        assertThat(Simulation.run(full, Conditions.calm(600).withTravel(0.09), 4)
                        .busiestSecond())
                .isLessThanOrEqualTo(full.rate());
        assertThat(Simulation.run(full, Conditions.calm(600).withTravel(0.6), 4).busiestSecond())
                .isGreaterThan(full.rate());
    }

    @Test
    void twoRunsAreTheSame() {
        Plan plan = SixPlans.all().get(2);

        assertThat(Simulation.run(plan, Conditions.calm(60)))
                .usingRecursiveComparison()
                .isEqualTo(Simulation.run(plan, Conditions.calm(60)));
    }

    @Test
    void aThreadIsBusyForALatencyOnAverage() {
        // One partition that always has something to do, and a pace that never keeps it waiting.
        Plan one = new Plan(10, 1000, Assumptions.OF_THE_PAGE, 1, 1);

        assertThat(Simulation.run(one, Conditions.calm(3600)).throughput())
                .isCloseTo(1 / one.given().latencySeconds(), within(0.05));
    }

    /** How many times as many wait in the last quarter of the time as in the second. */
    private static double growth(Plan plan, Outcome outcome) {
        int quarter = SixPlans.seconds(plan) / 4;
        return outcome.waiting(3 * quarter, 4 * quarter) / outcome.waiting(quarter, 2 * quarter);
    }

    private static Outcome few(Plan plan) {
        return Simulation.run(plan, Conditions.calm(SixPlans.seconds(plan)), count(plan));
    }

    private static int count(Plan plan) {
        return Math.min(FEW, plan.numbers());
    }
}
