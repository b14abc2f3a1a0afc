package org.cameld360.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Spread;
import org.cameld360.benchmarks.scenarios.Measured;
import org.cameld360.benchmarks.scenarios.Outcome;

/** A line for each contender and figure. */
final class Csv {

    private Csv() {}

    static String of(List<Measured> all) {
        StringBuilder csv = new StringBuilder("scenario,contender,figure,median,least,most,rounds\n");
        for (Measured measured : all) {
            for (Outcome outcome : measured.outcomes()) {
                for (Figure figure : outcome.figures()) {
                    Spread spread = outcome.spread(figure);
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,\"%s\",%s,%.3f,%.3f,%.3f,%d%n",
                            measured.id(),
                            outcome.contender(),
                            figure.label(),
                            spread.median(),
                            spread.least(),
                            spread.most(),
                            outcome.rounds().size()));
                }
            }
        }
        return csv.toString();
    }
}
