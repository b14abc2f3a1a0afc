package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.benchmarks.Bench;

/** One round of each contender after the other, over and over. */
final class Rounds {

    private Rounds() {}

    static List<Outcome> of(Bench bench, List<Lane> lanes, int warmUps) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Lane lane : lanes) {
            outcomes.add(new Outcome(lane.name(), new ArrayList<>()));
            for (int i = 0; i < warmUps; i++) {
                lane.run(bench.time());
            }
        }
        for (int round = 0; round < bench.rounds(); round++) {
            for (int i = 0; i < lanes.size(); i++) {
                System.gc();
                outcomes.get(i).rounds().add(lanes.get(i).run(bench.time()));
            }
        }
        return outcomes;
    }

    static void close(List<Lane> lanes) throws IOException {
        for (Lane lane : lanes) {
            lane.close();
        }
    }
}
