package org.cameld360.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Spread;
import org.cameld360.benchmarks.scenarios.Measured;
import org.cameld360.benchmarks.scenarios.Outcome;

/** What a message costs, each step ten times the one before: both scales are logarithmic. */
final class Growth {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 320;
    private static final int LEFT = 90;
    private static final int RIGHT = 700;
    private static final int TOP = 50;
    private static final int BOTTOM = 270;

    private final double lowest;
    private final double decades;

    private Growth(double lowest, double decades) {
        this.lowest = lowest;
        this.decades = decades;
    }

    static String of(Measured measured) {
        List<Spread> costs = measured.outcomes().stream()
                .map(outcome -> outcome.spread(Figure.CPU))
                .toList();
        // the clock of the processor is too coarse for a hundred small messages: a round of them may take none
        double lowest = Math.floor(Math.log10(
                Math.max(1, costs.stream().mapToDouble(Spread::least).min().orElse(1))));
        double highest = Math.ceil(
                Math.log10(costs.stream().mapToDouble(Spread::most).max().orElse(1)));
        return new Growth(lowest, Math.max(1, highest - lowest)).draw(measured, costs);
    }

    private String draw(Measured measured, List<Spread> costs) {
        Svg svg = new Svg(WIDTH, HEIGHT, measured.title() + ": CPU us for each");
        for (int decade = 0; decade <= decades; decade++) {
            double value = Math.pow(10, lowest + decade);
            svg.line("grid", LEFT, y(value), RIGHT, y(value));
            svg.text("soft", LEFT - 10, y(value) + 4, "end", String.format(Locale.ROOT, "%,.0f", value));
        }
        int count = costs.size();
        for (int i = 0; i < count; i++) {
            Outcome outcome = measured.outcomes().get(i);
            double y = y(costs.get(i).median());
            if (i + 1 < count) {
                svg.line(
                        "line",
                        x(i, count),
                        y,
                        x(i + 1, count),
                        y(costs.get(i + 1).median()));
            }
            svg.line(
                    "spread",
                    x(i, count),
                    y(costs.get(i).least()),
                    x(i, count),
                    y(costs.get(i).most()));
            svg.dot("ours", x(i, count), y);
            svg.text("", x(i, count), y - 10, "middle", Numbers.of(costs.get(i).median()));
            svg.text("soft", x(i, count), BOTTOM + 24, "middle", outcome.contender());
        }
        return svg.toString();
    }

    private static double x(int place, int count) {
        return LEFT + 50 + (RIGHT - LEFT - 100) * (count == 1 ? 0.5 : place / (count - 1.0));
    }

    private double y(double value) {
        return BOTTOM - (Math.log10(Math.max(1, value)) - lowest) / decades * (BOTTOM - TOP);
    }
}
