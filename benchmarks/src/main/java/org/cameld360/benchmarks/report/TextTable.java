package org.cameld360.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.cameld360.benchmarks.measure.Round;
import org.cameld360.benchmarks.measure.Spread;
import org.cameld360.benchmarks.scenarios.Outcome;

/** One scenario as text: the median of the rounds, and the least and the most messages a second. */
public final class TextTable {

    private static final String ROW = "%-28s %10s %17s %9s %9s %10s %8s %8s %8s %7s%n";

    private TextTable() {}

    public static String of(String title, List<Outcome> outcomes) {
        StringBuilder text = new StringBuilder(title).append(System.lineSeparator());
        text.append(String.format(
                ROW, "", "messages/s", "least to most", "MB/s", "CPU us", "allocated", "heap MB", "live MB", "threads",
                "handles"));
        for (Outcome outcome : outcomes) {
            Spread rate = Spread.of(outcome.rounds(), Round::messagesPerSecond);
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    outcome.contender(),
                    number(rate.median()),
                    number(rate.least()) + " - " + number(rate.most()),
                    median(outcome, Round::megabytesPerSecond),
                    median(outcome, Round::cpuMicros),
                    median(outcome, Round::allocated),
                    median(outcome, round -> round.heap() / 1e6),
                    median(outcome, round -> round.heapAfterCollection() / 1e6),
                    median(outcome, Round::threads),
                    median(outcome, Round::handles)));
        }
        return text.toString();
    }

    private static String median(Outcome outcome, ToDoubleFunction<Round> figure) {
        return number(Spread.of(outcome.rounds(), figure).median());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }
}
