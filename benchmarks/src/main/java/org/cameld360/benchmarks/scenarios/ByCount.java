package org.cameld360.benchmarks.scenarios;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.contenders.D360Media;
import org.cameld360.benchmarks.load.Load;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Round;
import org.cameld360.benchmarks.measure.Usage;

/** What an upload costs when it is one of many, and what so many leave behind in the heap. */
final class ByCount implements Scenario {

    private static final int IN_FLIGHT = 8;
    private static final long BYTES = 10_000;

    private record Counted(Contender contender, Load load, long count) implements Lane {

        @Override
        public String name() {
            return String.format(Locale.ROOT, "%,d messages", count);
        }

        @Override
        public Round run(Duration time) {
            Round round = load.run(contender, count);
            System.gc();
            return round.with(Figure.LIVE, Usage.heap() / 1e6);
        }

        @Override
        public void close() {
            // all counts share the contender
        }
    }

    @Override
    public String id() {
        return "h-count";
    }

    @Override
    public String title() {
        return "d360-media by number of messages, 10 kB, 8 at a time, v2";
    }

    @Override
    public Figure shown() {
        return Figure.CPU;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        try (Contender contender = D360Media.asDelivered(bench.target(false, false, "v2", IN_FLIGHT));
                Load load = new Load(IN_FLIGHT, bench.documents(IN_FLIGHT, BYTES), BYTES)) {
            load.run(contender, bench.time().multipliedBy(3));
            List<Lane> lanes = new ArrayList<>();
            for (long count = 100; count <= bench.most(); count *= 10) {
                lanes.add(new Counted(contender, load, count));
            }
            return Rounds.of(bench, lanes, 0);
        }
    }
}
