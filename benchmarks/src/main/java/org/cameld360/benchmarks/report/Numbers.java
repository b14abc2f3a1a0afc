package org.cameld360.benchmarks.report;

import java.util.Locale;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Spread;
import org.cameld360.benchmarks.scenarios.Outcome;

/** As people read them. */
final class Numbers {

    private Numbers() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value < 100 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }

    static String median(Outcome outcome, Figure figure) {
        return of(outcome.spread(figure).median());
    }

    static String leastToMost(Spread spread) {
        return of(spread.least()) + " to " + of(spread.most());
    }
}
