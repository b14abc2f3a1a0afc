package org.cameld360.benchmarks.scenarios;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.Contender;
import org.cameld360.benchmarks.contenders.Target;
import org.cameld360.benchmarks.load.Load;
import org.cameld360.benchmarks.measure.Figure;

/** Messages without a pause, so many at a time. */
final class Throughput implements Scenario {

    private static final int WARM_UPS = 2;

    private final String id;
    private final String title;
    private final Figure shown;
    private final Shape shape;
    private final List<Entrant> entrants;
    private final boolean withCurl;

    /** Makes a contender for where the requests go. */
    @FunctionalInterface
    interface Entrant {
        Contender enter(Target target) throws Exception;
    }

    private Throughput(String id, String title, Figure shown, Shape shape, List<Entrant> entrants, boolean withCurl) {
        this.id = id;
        this.title = title;
        this.shown = shown;
        this.shape = shape;
        this.entrants = entrants;
        this.withCurl = withCurl;
    }

    /** Of small media, where the number of messages counts. */
    static Throughput messages(String id, String title, Shape shape, List<Entrant> entrants) {
        return new Throughput(id, title, Figure.MESSAGES, shape, entrants, false);
    }

    /** Of large media, where the bytes count. */
    static Throughput bytes(String id, String title, Shape shape, List<Entrant> entrants) {
        return new Throughput(id, title, Figure.MEGABYTES, shape, entrants, false);
    }

    /** The same with curl as one more contender, where there is one. */
    Throughput withCurl() {
        return new Throughput(id, title, shown, shape, entrants, true);
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
    public Figure shown() {
        return shown;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        List<Path> files = bench.documents(Math.min(shape.inFlight(), 8), shape.bytes());
        Target target = shape.target(bench);
        List<Lane> lanes = new ArrayList<>();
        try (Load load = new Load(shape.inFlight(), files, shape.bytes())) {
            for (Entrant entrant : entrants) {
                lanes.add(new LoadedLane(entrant.enter(target), load));
            }
            if (withCurl && CurlLane.isThere()) {
                lanes.add(new CurlLane(target.address(), files.get(0), shape));
            } else if (withCurl) {
                System.out.println(id + ": no curl here, so it is left out");
            }
            return Rounds.of(bench, lanes, WARM_UPS);
        } finally {
            Rounds.close(lanes);
        }
    }
}
