package org.cameld360.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.scenarios.Measured;
import org.cameld360.benchmarks.scenarios.Outcome;

/** What was wanted, next to what was measured. A goal whose scenario was not measured is left out. */
public final class Goals {

    private static final String OURS = "d360-media";
    private static final String UNCHECKED = "d360-media, validation off";
    private static final String CAMEL_HTTP = "camel-http route";
    private static final String ASYNC = "HttpClient 5 async";
    private static final double STRAIGHT = 0.99;

    private final List<Measured> all;
    private final List<Goal> goals = new ArrayList<>();

    private record Goal(String what, String wanted, double measured, boolean reached) {}

    private Goals(List<Measured> all) {
        this.all = all;
        ratio("a-v1", Figure.MESSAGES, OURS, CAMEL_HTTP, 1.25);
        notMore("a-v1", Figure.CPU, CAMEL_HTTP);
        ratio("a-v1", Figure.MESSAGES, OURS, "camel-whatsapp", 4);
        ratio("a-v1", Figure.MESSAGES, OURS, ASYNC, 0.9);
        ratio("a-v1", Figure.MESSAGES, OURS, UNCHECKED, 0.95);
        ratio("b-v1", Figure.MEGABYTES, OURS, UNCHECKED, 0.9);
        ratio("b-v1-tls", Figure.MEGABYTES, OURS, CAMEL_HTTP, 2);
        ratio("b-v1-tls", Figure.MEGABYTES, OURS, ASYNC, 0.95);
        ratio("d", Figure.MESSAGES, OURS, ASYNC, 0.9);
        atMost("d", Figure.OWN_THREADS, OURS, 2.0 * Runtime.getRuntime().availableProcessors() + 8);
        for (String id : List.of("e", "e-10")) {
            atMost(id, Figure.HEAP, "d360-media, from files", 64);
            atMost(id, Figure.HEAP, "d360-media, from streams", 64);
        }
        atMost("c-delay", Figure.DELAY, OURS, 20);
        straight("h-size", 1_000);
        straight("h-count", 1);
        levelHeap();
    }

    public static String text(List<Measured> all) {
        return new Goals(all)
                .goals.stream()
                        .map(goal -> String.format(
                                Locale.ROOT,
                                "%-11s  %s: %s, wanted %s%n",
                                goal.reached() ? "reached" : "NOT REACHED",
                                goal.what(),
                                number(goal.measured()),
                                goal.wanted()))
                        .collect(Collectors.joining());
    }

    static String markdown(List<Measured> all) {
        return new Goals(all)
                .goals.stream()
                        .map(goal -> "| " + goal.what() + " | " + goal.wanted() + " | " + number(goal.measured())
                                + " | " + (goal.reached() ? "reached" : "**not reached**") + " |\n")
                        .collect(Collectors.joining("", "| goal | wanted | measured | |\n|---|---|--:|---|\n", ""));
    }

    private static String number(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.3f", value) : Numbers.of(value);
    }

    private void ratio(String id, Figure figure, String ours, String theirs, double least) {
        double value = median(id, ours, figure) / median(id, theirs, figure);
        add(id + ": " + figure.label() + ", " + ours + " to " + theirs, "at least " + least, value, value >= least);
    }

    private void notMore(String id, Figure figure, String theirs) {
        double value = median(id, OURS, figure) / median(id, theirs, figure);
        add(id + ": " + figure.label() + ", " + OURS + " to " + theirs, "at most 1", value, value <= 1);
    }

    private void atMost(String id, Figure figure, String contender, double most) {
        double value = outcomes(id).stream()
                .filter(outcome -> outcome.contender().equals(contender))
                .mapToDouble(outcome -> outcome.spread(figure).most())
                .findFirst()
                .orElse(Double.NaN);
        add(
                id + ": " + figure.label() + ", " + contender + ", highest of all rounds",
                "at most " + Numbers.of(most),
                value,
                value <= most);
    }

    /** How well a straight line through nothing but a fixed cost and a cost by the step explains the cost of all steps. */
    private void straight(String id, int unit) {
        List<Outcome> steps = outcomes(id);
        double[] x =
                steps.stream().mapToDouble(step -> firstNumber(step) * unit).toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            double cost = steps.get(i).spread(Figure.CPU).median();
            // a step of the count costs as much as all its messages
            y[i] = unit == 1 ? cost * x[i] : cost;
        }
        double value = StraightLine.fit(x, y);
        add(id + ": CPU on a straight line, R²", "at least " + STRAIGHT, value, value >= STRAIGHT);
    }

    private void levelHeap() {
        List<Outcome> steps = outcomes("h-count");
        if (steps.size() > 1) {
            double first = steps.get(0).spread(Figure.LIVE).median();
            double last = steps.get(steps.size() - 1).spread(Figure.LIVE).median();
            double value = last / first;
            add("h-count: live MB after the most messages to after the fewest", "at most 1.1", value, value <= 1.1);
        }
    }

    private static double firstNumber(Outcome step) {
        return Double.parseDouble(step.contender().split(" ", 2)[0].replace(",", ""));
    }

    private void add(String what, String wanted, double measured, boolean reached) {
        if (!Double.isNaN(measured)) {
            goals.add(new Goal(what, wanted, measured, reached));
        }
    }

    private double median(String id, String contender, Figure figure) {
        return outcomes(id).stream()
                .filter(outcome -> outcome.contender().equals(contender))
                .mapToDouble(outcome -> outcome.spread(figure).median())
                .findFirst()
                .orElse(Double.NaN);
    }

    private List<Outcome> outcomes(String id) {
        return all.stream()
                .filter(measured -> measured.id().equals(id))
                .findFirst()
                .map(Measured::outcomes)
                .orElse(List.of());
    }
}
