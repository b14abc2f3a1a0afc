package org.cameld360.benchmarks.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.D360Media;
import org.cameld360.benchmarks.load.Load;
import org.cameld360.benchmarks.measure.Figure;

/** What an upload costs by the size of the file. */
final class BySize implements Scenario {

    private static final int IN_FLIGHT = 4;

    @Override
    public String id() {
        return "h-size";
    }

    @Override
    public String title() {
        return "d360-media by size, 4 at a time, v2";
    }

    @Override
    public Figure shown() {
        return Figure.CPU;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        List<Load> loads = new ArrayList<>();
        try {
            for (long bytes = 10_000; bytes <= 100_000_000; bytes *= 10) {
                Load load = new Load(IN_FLIGHT, bench.documents(1, bytes), bytes);
                loads.add(load);
                lanes.add(new Named(
                        String.format(Locale.ROOT, "%,d kB", bytes / 1_000),
                        new LoadedLane(D360Media.asDelivered(bench.target(false, false, "v2", IN_FLIGHT)), load)));
            }
            return Rounds.of(bench, lanes, 2);
        } finally {
            Rounds.close(lanes);
            loads.forEach(Load::close);
        }
    }
}
