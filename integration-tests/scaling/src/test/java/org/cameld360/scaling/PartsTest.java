package org.cameld360.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The parts of the simulation do what their names say. */
class PartsTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void theQueueGivesEventsInTheOrderOfTheirTimes() {
        EventQueue queue = new EventQueue();
        long[] times = new SplittableRandom(7).longs(1000, 0, 10_000).toArray();
        LongStream.of(times).forEach(time -> queue.add(time, (int) time));

        long[] taken = LongStream.generate(queue::take).limit(times.length).toArray();

        assertThat(taken).isEqualTo(LongStream.of(times).sorted().toArray());
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void thePaceGivesThePlacesOneAfterTheOther() {
        Pace pace = new Pace(10);

        assertThat(LongStream.generate(() -> pace.reserve(SECOND)).limit(3))
                .containsExactly(SECOND, SECOND + SECOND / 10, SECOND + SECOND / 5);
        assertThat(pace.reserve(5 * SECOND)).as("what nobody asked for is lost").isEqualTo(5 * SECOND);
    }

    @Test
    void aPartitionGivesItsMessagesInTheirOrderWhileItGrows() {
        Partition partition = new Partition();
        int taken = 0;
        for (int added = 0; added < 200; added += 2) {
            partition.add(added);
            partition.add(added + 1);
            partition.begin(0, 0);
            assertThat(partition.message()).isEqualTo(taken++);
            partition.end();
        }
        assertThat(taken).isEqualTo(100);
        assertThat(partition.canBegin()).isTrue();
    }

    @Test
    void anAbandonedPartitionWaitsForTheTakeOver() {
        Partition partition = new Partition();
        partition.add(1);
        partition.add(2);
        partition.begin(5, 10);
        partition.abandon();

        assertThat(partition.canBegin()).isFalse();
        assertThat(partition.isDone(10)).as("the message in hand is never done").isFalse();
        assertThat(partition.takeOver()).isTrue();
        assertThat(partition.canBegin()).isTrue();
        assertThat(partition.hasCaughtUp()).isFalse();
        partition.begin(20, 30);
        assertThat(partition.message()).isEqualTo(2);
        assertThat(partition.hasCaughtUp()).isTrue();
        assertThat(partition.hasCaughtUp()).as("once").isFalse();
    }

    @Test
    void theBusiestSecondIsFoundHoweverItLies() {
        Api api = new Api(1);
        api.arrived(0, 0, 0);
        api.arrived(0, 1, SECOND * 9 / 10);
        api.arrived(0, 2, SECOND);
        api.arrived(0, 3, SECOND * 18 / 10);
        api.arrived(0, 4, SECOND * 19 / 10);

        assertThat(api.busiestSecond())
                .as("0.9 to 1.8; what comes at 1.9 is the next second")
                .isEqualTo(3);
    }

    @Test
    void whatOvertakesIsSeenWhicheverIsHeardOfFirst() {
        Api overtaken = new Api(1);
        overtaken.arrived(0, 1, 10);
        overtaken.arrived(0, 0, 20);
        Api heardOfLater = new Api(1);
        heardOfLater.arrived(0, 1, 20);
        heardOfLater.arrived(0, 0, 10);

        assertThat(overtaken.outOfOrder()).isEqualTo(1);
        assertThat(heardOfLater.outOfOrder()).isZero();
    }
}
