package org.cameld360.benchmarks.measure;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one round gave. */
public record Round(Map<Figure, Double> figures) {

    public Round {
        figures = Collections.unmodifiableMap(figures);
    }

    public double get(Figure figure) {
        return figures.getOrDefault(figure, Double.NaN);
    }

    /** The same, and one more; or another value. */
    public Round with(Figure figure, double value) {
        Map<Figure, Double> more = new EnumMap<>(Figure.class);
        more.putAll(figures);
        more.put(figure, value);
        return new Round(more);
    }

    /** Of one figure. */
    public static Round of(Figure figure, double value) {
        return new Round(new EnumMap<>(Map.of(figure, value)));
    }

    /** As one line, for another process. */
    public String line() {
        return figures.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What {@link #line()} wrote. */
    public static Round parse(String line) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        Arrays.stream(line.trim().split(" ", -1)).forEach(word -> {
            int sign = word.indexOf('=');
            figures.put(Figure.valueOf(word.substring(0, sign)), Double.valueOf(word.substring(sign + 1)));
        });
        return new Round(figures);
    }
}
