package org.cameld360.scaling;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of docs/scaling.md. */
final class ScalingTables {

    /** Of a partition: with fewer, chance is no bell curve any more. */
    private static final int FEWEST_RECIPIENTS = 5;

    private static final List<Duration> GAPS =
            List.of(Duration.ofSeconds(6), Duration.ofSeconds(60), Duration.ofMinutes(10));

    /** What each target takes, with numbers of either rate. */
    static String plans() {
        StringBuilder table = new StringBuilder("| messages a second |");
        for (int rate : List.of(80, 1000)) {
            for (String what : List.of("numbers", "partitions", "workers")) {
                table.append(" %s, at %s/s |".formatted(what, count(rate)));
            }
        }
        table.append("\n|---|").append("---|".repeat(6)).append('\n');
        for (int target : SixPlans.targets()) {
            table.append(row(
                    "**" + count(target) + "**",
                    SixPlans.of(target)
                            .flatMap(plan -> IntStream.of(plan.numbers(), plan.partitions(), plan.workers())
                                    .mapToObj(ScalingTables::count))
                            .toList()));
        }
        return table.toString();
    }

    static String resources() {
        return head()
                + counts("numbers that could just do it", plan -> Plan.numbersFor(plan.target(), plan.rate()))
                + counts("numbers, and API keys", Plan::numbers)
                + counts("accounts (WABA), at least", Plan::accounts)
                + counts("calls under way", Plan::inFlight)
                + counts("partitions of a number", Plan::partitionsOfNumber)
                + counts("partitions, and threads", Plan::partitions)
                + counts("cells, each with a database", Plan::cells)
                + counts("workers, with one to spare in each cell", Plan::workers)
                + row("files a second", each(plan -> String.format(Locale.ROOT, "%,.1f", plan.uploads())))
                + row(
                        "messages with a file of their own",
                        each(plan -> String.format(Locale.ROOT, "%.0f %%", 100 * plan.ownFiles())))
                + counts("recipients, at least", Plan::recipientsAtLeast)
                + counts("SQL statements a second", Plan::statements)
                + megabytes("written to Kafka, MB/s", Plan::kafkaBytes)
                + megabytes("calls, MB/s", Plan::networkBytes)
                + counts("left waiting by a dead worker", Plan::backlogOfDeath)
                + row("worked off within, from the take-over", each(plan -> count(plan.recovery()) + " s"));
    }

    /** What a thousand messages a second take where a call, or the time between two messages to a recipient, is longer or shorter. */
    static String others() {
        StringBuilder table = new StringBuilder("| busy with a message |");
        GAPS.forEach(gap ->
                table.append(" a message every ").append(count(gap.toSeconds())).append(" s |"));
        table.append("\n|---|").append("---|".repeat(GAPS.size())).append('\n');
        for (int millis : List.of(100, 300, 1000)) {
            table.append(row(
                    count(millis) + " ms",
                    GAPS.stream()
                            .map(gap -> Plan.of(
                                    1000,
                                    80,
                                    Assumptions.OF_THE_PAGE
                                            .withLatency(Duration.ofMillis(millis))
                                            .withGap(gap)))
                            .map(ScalingTables::partitionsAndHottest)
                            .toList()));
        }
        return table.toString();
    }

    /** Nothing where the formula does not hold any more. */
    private static String partitionsAndHottest(Plan plan) {
        return plan.recipientsOfNumber() < FEWEST_RECIPIENTS * plan.partitionsOfNumber()
                ? "–"
                : count(plan.partitions()) + ", hottest " + times(plan.hottest());
    }

    static String simulated() {
        return head()
                + row("virtual time", each(plan -> count(SixPlans.seconds(plan)) + " s"))
                + counts("messages sent", plan -> SixPlans.calm(plan).sent())
                + row(
                        "of the target",
                        each(plan -> String.format(
                                Locale.ROOT,
                                "%.2f %%",
                                100 * SixPlans.calm(plan).throughput() / plan.target())))
                + row(
                        "waiting, on average",
                        each(plan ->
                                count(SixPlans.calm(plan).waiting(SixPlans.seconds(plan) / 2, SixPlans.seconds(plan)))))
                + counts("most in a second, of one number", plan -> SixPlans.calm(plan)
                        .busiestSecond())
                + row("hottest partition, reckoned", each(plan -> times(plan.hottest())))
                + row(
                        "hottest partition, simulated",
                        each(plan -> times(SixPlans.calm(plan).hottest())))
                + row("a death worked off within, the slowest", each(plan -> count(SixPlans.recovery(plan)) + " s"));
    }

    private static String head() {
        return row("messages a second", each(plan -> count(plan.target())))
                + "|---|" + "---|".repeat(SixPlans.all().size()) + "\n"
                + row("**of one number**", each(plan -> "**" + count(plan.rate()) + "**"));
    }

    private static String counts(String name, ToDoubleFunction<Plan> value) {
        return row(name, each(plan -> count(value.applyAsDouble(plan))));
    }

    private static String megabytes(String name, ToDoubleFunction<Plan> bytes) {
        return row(name, each(plan -> String.format(Locale.ROOT, "%.2f", bytes.applyAsDouble(plan) / 1e6)));
    }

    private static String row(String name, List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
    }

    private static List<String> each(Function<Plan, String> cell) {
        return SixPlans.all().stream().map(cell).toList();
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, "%.2f×", factor);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private ScalingTables() {}
}
