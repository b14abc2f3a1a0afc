package org.cameld360.benchmarks.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median of several rounds, and between what they were. */
public record Spread(double median, double least, double most) {

    public static Spread of(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
