package org.cameld360.benchmarks.measure;

import java.util.Arrays;
import java.util.List;

/** The median of several rounds, and between what they were. */
public record Spread(double median, double least, double most) {

    public static Spread of(List<Round> rounds, Figure figure) {
        return of(rounds.stream().mapToDouble(round -> round.get(figure)).toArray());
    }

    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
