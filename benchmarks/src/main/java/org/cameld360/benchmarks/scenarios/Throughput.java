package org.cameld360.benchmarks.scenarios;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.contenders.Target;
import org.cameld360.benchmarks.load.Load;
import org.cameld360.benchmarks.measure.Round;

/** Uploads without a pause, so many at a time: one round of each contender after the other, over and over. */
public final class Throughput implements Scenario {

    private static final int WARM_UPS = 2;

    private final String id;
    private final String title;
    private final String version;
    private final long bytes;
    private final int inFlight;
    private final boolean tls;
    private final boolean slow;
    private final List<Entrant> entrants;

    /** Makes a contender for where the requests go. */
    @FunctionalInterface
    public interface Entrant {
        Contender enter(Target target) throws Exception;
    }

    /**
     * For all of these contenders.
     *
     * @param slow whether the answers come after the sink's delay
     */
    public Throughput(
            String id,
            String title,
            String version,
            long bytes,
            int inFlight,
            boolean tls,
            boolean slow,
            List<Entrant> entrants) {
        this.id = id;
        this.title = title;
        this.version = version;
        this.bytes = bytes;
        this.inFlight = inFlight;
        this.tls = tls;
        this.slow = slow;
        this.entrants = entrants;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        List<Path> files = bench.documents(inFlight, bytes);
        Target target = bench.target(tls, slow, version, inFlight);
        List<Contender> contenders = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        try (Load load = new Load(inFlight, files, bytes)) {
            for (Entrant entrant : entrants) {
                Contender contender = entrant.enter(target);
                contenders.add(contender);
                outcomes.add(new Outcome(contender.name(), new ArrayList<>()));
                for (int i = 0; i < WARM_UPS; i++) {
                    load.run(contender, bench.time());
                }
            }
            for (int round = 0; round < bench.rounds(); round++) {
                for (int i = 0; i < contenders.size(); i++) {
                    System.gc();
                    Round measured = load.run(contenders.get(i), bench.time());
                    outcomes.get(i).rounds().add(measured);
                }
            }
        } finally {
            for (Contender contender : contenders) {
                contender.close();
            }
        }
        return outcomes;
    }
}
