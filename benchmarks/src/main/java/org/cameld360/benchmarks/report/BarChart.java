package org.cameld360.benchmarks.report;

import java.util.List;
import org.cameld360.benchmarks.measure.Spread;
import org.cameld360.benchmarks.scenarios.Measured;
import org.cameld360.benchmarks.scenarios.Outcome;

/** A bar for each contender as long as its median, and a line from the least to the most. */
final class BarChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 210;
    private static final int LONGEST = 400;
    private static final int TOP = 44;
    private static final int ROW = 30;
    private static final int THICKNESS = 18;

    private BarChart() {}

    static String of(Measured measured) {
        List<Outcome> outcomes = measured.outcomes();
        Svg svg = new Svg(
                WIDTH,
                TOP + ROW * outcomes.size() + 28,
                measured.title() + ": " + measured.shown().label());
        double most = outcomes.stream()
                .mapToDouble(outcome -> outcome.spread(measured.shown()).most())
                .max()
                .orElse(1);
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            Spread spread = outcome.spread(measured.shown());
            double y = TOP + i * ROW;
            double middle = y + THICKNESS / 2.0;
            String kind = outcome.contender().startsWith("d360-media") ? "ours" : "other";
            svg.text("", LEFT - 10, y + 14, "end", outcome.contender());
            svg.bar(kind, LEFT, y, spread.median() / most * LONGEST, THICKNESS);
            double least = LEFT + spread.least() / most * LONGEST;
            double furthest = LEFT + spread.most() / most * LONGEST;
            svg.line("spread", least, middle, furthest, middle);
            svg.line("spread", least, middle - 4, least, middle + 4);
            svg.line("spread", furthest, middle - 4, furthest, middle + 4);
            svg.text("", furthest + 8, y + 14, "start", Numbers.of(spread.median()));
        }
        svg.text(
                "soft",
                LEFT,
                TOP + ROW * outcomes.size() + 14,
                "start",
                "median of " + outcomes.get(0).rounds().size()
                        + " rounds; the thin line goes from the least to the most");
        return svg.toString();
    }
}
