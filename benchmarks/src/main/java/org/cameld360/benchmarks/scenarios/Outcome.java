package org.cameld360.benchmarks.scenarios;

import java.util.List;
import java.util.Set;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Round;
import org.cameld360.benchmarks.measure.Spread;

/** All rounds of one contender. */
public record Outcome(String contender, List<Round> rounds) {

    public Spread spread(Figure figure) {
        return Spread.of(rounds, figure);
    }

    /** What was measured of it. */
    public Set<Figure> figures() {
        return rounds.get(0).figures().keySet();
    }
}
