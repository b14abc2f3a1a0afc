package org.cameld360.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.scenarios.Measured;
import org.cameld360.benchmarks.scenarios.Outcome;

/** One scenario: the medians of the rounds, and how far apart the rounds were in the figure that matters most. */
public final class Table {

    private Table() {}

    public static String text(Measured measured) {
        List<List<String>> rows = rows(measured);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(one -> one.get(at).length())
                        .max()
                        .orElse(1);
                text.append(String.format(
                        Locale.ROOT, column == 0 ? "%-" + width + "s" : "  %" + width + "s", row.get(at)));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    static String markdown(Measured measured) {
        List<List<String>> rows = rows(measured);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).stream().collect(Collectors.joining(" | ", "| ", " |\n")));
            if (i == 0) {
                text.append("|---|")
                        .append("--:|".repeat(rows.get(0).size() - 1))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static List<List<String>> rows(Measured measured) {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        measured.outcomes().forEach(outcome -> figures.addAll(outcome.figures()));
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        for (Figure figure : figures) {
            head.add(figure.label());
            if (figure == measured.shown()) {
                head.add("least to most");
            }
        }
        rows.add(head);
        for (Outcome outcome : measured.outcomes()) {
            List<String> row = new ArrayList<>(List.of(outcome.contender()));
            for (Figure figure : figures) {
                row.add(Numbers.median(outcome, figure));
                if (figure == measured.shown()) {
                    row.add(Numbers.leastToMost(outcome.spread(figure)));
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
