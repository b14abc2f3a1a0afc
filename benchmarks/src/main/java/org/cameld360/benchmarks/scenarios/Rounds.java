package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.measure.Figure;

/** One round of each contender after the other, over and over. */
final class Rounds {

    private static final int MOST_WARM_UPS = 12;

    private Rounds() {}

    static List<Outcome> of(Bench bench, List<Lane> lanes, int warmUps) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Lane lane : lanes) {
            outcomes.add(new Outcome(lane.name(), new ArrayList<>()));
            warmUp(lane, bench, warmUps);
        }
        for (int round = 0; round < bench.rounds(); round++) {
            for (int i = 0; i < lanes.size(); i++) {
                System.gc();
                outcomes.get(i).rounds().add(lanes.get(i).run(bench.time()));
            }
        }
        return outcomes;
    }

    /** At least as often as said, and as long as it still gets faster: more code takes longer to be compiled. */
    private static void warmUp(Lane lane, Bench bench, int least) throws Exception {
        double best = 0;
        int sinceBest = 0;
        for (int i = 0; i < least || (least > 1 && sinceBest < 2 && i < MOST_WARM_UPS); i++) {
            double rate = lane.run(bench.time()).get(Figure.MESSAGES);
            sinceBest = rate > 1.03 * best ? 0 : sinceBest + 1;
            best = Math.max(best, rate);
        }
    }

    static void close(List<Lane> lanes) throws IOException {
        for (Lane lane : lanes) {
            lane.close();
        }
    }
}
