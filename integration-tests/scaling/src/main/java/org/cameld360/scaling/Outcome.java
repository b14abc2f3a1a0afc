package org.cameld360.scaling;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What came of one number, or of several together.
 *
 * @param arrived messages in the topic
 * @param sent messages that reached WhatsApp
 * @param inDoubt messages that a dead worker had in hand
 * @param left messages that wait at the end, or are in hand
 * @param sentInSecondHalf those that reached WhatsApp in the second half of the time
 * @param waiting how many waited in the topic, second by second
 * @param busiestSecond the most that one number sent within one second
 * @param outOfOrder messages that overtook one to the same recipient
 * @param hottest what the hottest partition got, in times the mean
 * @param behind partitions that have not caught up after a worker's death
 * @param caughtUpAt when the last one had, in seconds; 0 where nobody died
 */
record Outcome(
        long arrived,
        long sent,
        long inDoubt,
        long left,
        long sentInSecondHalf,
        List<Long> waiting,
        int busiestSecond,
        int outOfOrder,
        double hottest,
        int behind,
        double caughtUpAt) {

    /** Of two sets of numbers that had the same time. */
    Outcome plus(Outcome other) {
        return new Outcome(
                arrived + other.arrived,
                sent + other.sent,
                inDoubt + other.inDoubt,
                left + other.left,
                sentInSecondHalf + other.sentInSecondHalf,
                IntStream.range(0, waiting.size())
                        .mapToObj(second -> waiting.get(second) + other.waiting.get(second))
                        .toList(),
                Math.max(busiestSecond, other.busiestSecond),
                outOfOrder + other.outOfOrder,
                Math.max(hottest, other.hottest),
                behind + other.behind,
                Math.max(caughtUpAt, other.caughtUpAt));
    }

    /** Messages a second in the second half of the time. */
    double throughput() {
        return sentInSecondHalf / (waiting.size() / 2.0);
    }

    /** How many waited on average, from one second to another. */
    double waiting(int from, int to) {
        return waiting.subList(from, to).stream()
                .mapToLong(Long::longValue)
                .average()
                .orElseThrow();
    }
}
