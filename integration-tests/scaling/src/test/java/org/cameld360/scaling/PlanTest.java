package org.cameld360.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic, against figures that were worked out by hand. */
class PlanTest {

    private static final Assumptions GIVEN = Assumptions.OF_THE_PAGE;

    @ParameterizedTest
    @CsvSource({
        "10, 80, 1",
        "72, 80, 1",
        "73, 80, 2",
        "1000, 80, 14",
        "100000, 80, 1389",
        "10, 1000, 1",
        "900, 1000, 1",
        "1000, 1000, 2",
        "100000, 1000, 112"
    })
    void aNumberSendsNineTenthsOfItsRate(double target, int rate, int numbers) {
        assertThat(Plan.numbersFor(target, rate)).isEqualTo(numbers);
    }

    @Test
    void aPlanHasATenthOfTheNumbersToSpare() {
        assertThat(Plan.of(100_000, 80, GIVEN).numbers()).isEqualTo(1528);
    }

    @Test
    void aPartitionLessAndTheHottestOneIsTooBusy() {
        Plan plan = Plan.of(1000, 80, GIVEN);

        assertThat(plan.busiest()).isLessThanOrEqualTo(0.8);
        assertThat(plan.withPartitionsOfNumber(plan.partitionsOfNumber() - 1).busiest())
                .isGreaterThan(0.8);
    }

    @Test
    void callsUnderWayAreTargetTimesLatency() {
        assertThat(Plan.of(1000, 80, GIVEN).inFlight()).isEqualTo(300, within(1e-9));
    }

    /** 64 of 72 a second: eight ninths of the pace are used, so a place is half of eight intervals of 1/72 s away. */
    @Test
    void aPlaceIsFurtherAwayTheBusierTheNumber() {
        assertThat(new Plan(64, 80, GIVEN, 1, 40).waitForPlace()).isEqualTo(4.0 / 72, within(1e-9));
    }

    /** 3,600 recipients on 36 partitions are 100 on each; the largest of 36 is 2.68 times a tenth above that. */
    @Test
    void theHottestPartitionHasMoreThanItsShareOfRecipients() {
        assertThat(new Plan(60, 80, GIVEN, 1, 36).hottest()).isEqualTo(1.268, within(0.001));
    }

    @Test
    void oneWorkerMoreThanThePartitionsOfACellTake() {
        assertThat(new Plan(60, 80, GIVEN, 1, 64).workers()).isEqualTo(2);
        assertThat(new Plan(60, 80, GIVEN, 1, 65).workers()).isEqualTo(3);
        // Two cells of 320 partitions.
        Plan two = new Plan(4000, 1000, GIVEN, 8, 80);
        assertThat(two.cells()).isEqualTo(2);
        assertThat(two.workers()).isEqualTo(12);
    }

    @Test
    void aNumberIsSpreadOverTwoWorkersAtLeast() {
        assertThat(new Plan(60, 80, GIVEN, 1, 5).partitionsOfNumberInWorker()).isEqualTo(3);
        assertThat(new Plan(800, 1000, GIVEN, 1, 400).partitionsOfNumberInWorker())
                .isEqualTo(64);
    }

    /** 22.5 files a second on a number that sends 60 messages a second. */
    @Test
    void uploadsLimitHowManyMessagesHaveAFileOfTheirOwn() {
        Plan plan = new Plan(120, 80, GIVEN, 2, 40);

        assertThat(plan.uploads()).isEqualTo(45, within(1e-9));
        assertThat(plan.ownFiles()).isEqualTo(0.375, within(1e-9));
        assertThat(new Plan(10, 80, GIVEN, 1, 5).ownFiles()).isEqualTo(1, within(1e-9));
    }

    /** 11,880,000 calls in an hour are 3,300 in a second. */
    @Test
    void anAccountMayMakeSoManyCalls() {
        assertThat(new Plan(3300, 1000, GIVEN, 4, 400).accounts()).isEqualTo(1);
        assertThat(new Plan(3301, 1000, GIVEN, 4, 400).accounts()).isEqualTo(2);
    }

    @Test
    void whatTheTargetAloneDecides() {
        Plan plan = Plan.of(1000, 80, GIVEN);

        assertThat(plan.statements()).isEqualTo(4000, within(1e-9));
        assertThat(plan.recipientsAtLeast()).isEqualTo(6000, within(1e-9));
        assertThat(plan.kafkaBytes()).isEqualTo(800_000, within(1e-9));
        assertThat(plan.networkBytes()).isEqualTo(2_000_000, within(1e-9));
    }

    /** 64 of 100 partitions of 10 messages a second each stand still for 10 s. */
    @Test
    void aDeathLeavesABacklog() {
        assertThat(new Plan(1000, 1000, GIVEN, 2, 50).backlogOfDeath()).isEqualTo(6400, within(1e-9));
    }
}
