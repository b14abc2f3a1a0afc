package org.cameld360.scaling;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One number in virtual time. Messages come evenly, to one recipient after the other. A record's key decides its partition; the thread of a
 * partition takes one message at a time, gets a place in the pace of the number, waits for it, sends, and has the answer a latency later.
 */
final class NumberSimulation {

    private static final double NANOS = 1e9;
    /** Half of a latency is always there, the other half is exponential. */
    private static final double STEADY = 0.5;

    private static final int MESSAGE = -1;
    private static final int SECOND = -2;
    private static final int DEATH = -3;
    private static final int TAKEOVER = -4;

    private final Plan plan;
    private final Conditions conditions;
    private final SplittableRandom random;
    private final EventQueue events = new EventQueue();
    private final Pace pace;
    private final Partition[] partitions;
    private final int[] partitionOf;
    private final Api api;
    private final long[] waitingAt;

    private int messages;
    private int waiting;
    private int inDoubt;
    private int behind;
    private long caughtUpAt;

    NumberSimulation(Plan plan, Conditions conditions, long seed) {
        this.plan = plan;
        this.conditions = conditions;
        random = new SplittableRandom(seed);
        pace = new Pace(plan.pace());
        partitions =
                Stream.generate(Partition::new).limit(plan.partitionsOfNumber()).toArray(Partition[]::new);
        partitionOf =
                random.ints(plan.recipientsOfNumber(), 0, partitions.length).toArray();
        api = new Api(partitionOf.length);
        waitingAt = new long[conditions.seconds()];
    }

    Outcome run() {
        Outage outage = conditions.outage();
        events.add(0, MESSAGE);
        events.add(0, SECOND);
        if (outage.partitions() > 0) {
            events.add(nanos(outage.at()), DEATH);
            events.add(nanos(outage.at() + outage.takeover()), TAKEOVER);
        }
        long end = nanos(conditions.seconds());
        while (!events.isEmpty() && events.time() < end) {
            long now = events.time();
            handle(events.take(), now);
        }
        return outcome(end);
    }

    private void handle(int event, long now) {
        switch (event) {
            case MESSAGE -> arrive(now);
            case SECOND -> {
                int second = (int) (now / nanos(1));
                waitingAt[second] = waiting;
                events.add(nanos(second + 1), SECOND);
            }
            case DEATH -> die(now);
            case TAKEOVER -> {
                for (int taken = 0; taken < conditions.outage().partitions(); taken++) {
                    if (partitions[taken].takeOver()) {
                        behind++;
                    }
                    begin(taken, now);
                }
            }
            default -> {
                if (partitions[event].isDone(now)) {
                    reached(partitions[event], now);
                    partitions[event].end();
                    begin(event, now);
                }
            }
        }
    }

    private void arrive(long now) {
        int message = messages++;
        int partition = conditions.keyed() ? partitionOf[recipient(message)] : message % partitions.length;
        partitions[partition].add(message);
        waiting++;
        begin(partition, now);
        events.add(nanos(messages / plan.shareOfNumber()), MESSAGE);
    }

    private void begin(int partition, long now) {
        if (!partitions[partition].canBegin()) {
            return;
        }
        long place = pace.reserve(now);
        long arrives = place + nanos(random.nextDouble() * conditions.travel());
        double latency = plan.given().latencySeconds();
        // Strict, so that every machine finds the same.
        double exponential = -StrictMath.log(1 - random.nextDouble());
        long done = Math.max(arrives, place + nanos(latency * (STEADY + (1 - STEADY) * exponential)));
        partitions[partition].begin(arrives, done);
        waiting--;
        events.add(done, partition);
        if (partitions[partition].hasCaughtUp() && --behind == 0) {
            caughtUpAt = now;
        }
    }

    private void die(long now) {
        for (int dead = 0; dead < conditions.outage().partitions(); dead++) {
            if (partitions[dead].isBusy()) {
                inDoubt++;
                reached(partitions[dead], now);
            }
            partitions[dead].abandon();
        }
    }

    /** What was sent counts once it has arrived; what a dead worker had sent has arrived too. */
    private void reached(Partition partition, long now) {
        if (partition.arrivesAt() <= now) {
            api.arrived(recipient(partition.message()), partition.message(), partition.arrivesAt());
        }
    }

    private Outcome outcome(long end) {
        int inHand = 0;
        int finished = api.count();
        for (Partition partition : partitions) {
            if (partition.isBusy()) {
                inHand++;
                reached(partition, end);
            }
        }
        return new Outcome(
                messages,
                api.count(),
                inDoubt,
                waiting + inHand - (api.count() - finished),
                api.countFrom(end / 2),
                LongStream.of(waitingAt).boxed().toList(),
                api.busiestSecond(),
                api.outOfOrder(),
                hottest(),
                behind,
                caughtUpAt / NANOS);
    }

    private double hottest() {
        int[] recipients = new int[partitions.length];
        IntStream.of(partitionOf).forEach(partition -> recipients[partition]++);
        return IntStream.of(recipients).max().orElseThrow() * (double) partitions.length / partitionOf.length;
    }

    private int recipient(int message) {
        return message % partitionOf.length;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * NANOS);
    }
}
