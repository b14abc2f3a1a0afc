package org.cameld360.benchmarks.scenarios;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.forked.Fork;
import org.cameld360.benchmarks.forked.ManyAtOnce;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Round;

/** Sixteen uploads at once in a JVM that could not hold one of them. */
final class SmallHeap implements Scenario {

    private static final String AT_ONCE = "16";
    private static final List<String> JVM = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");

    private final String id;
    private final String title;
    private final long bytes;

    SmallHeap(String id, String title, long bytes) {
        this.id = id;
        this.title = title;
        this.bytes = bytes;
    }

    private record Forked(String name, String contender, Bench bench, Path file) implements Lane {

        /** Of a JVM that is new each time. */
        @Override
        public Round run(Duration time) throws Exception {
            return Round.parse(Fork.lastLine(
                    bench.subfolder("heap"),
                    JVM,
                    ManyAtOnce.class,
                    contender,
                    bench.sink().address(false).toString(),
                    file.toString(),
                    AT_ONCE));
        }

        @Override
        public void close() {
            // each process ended with its round
        }
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
        return Figure.HEAP;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Path file = bench.documents(1, bytes).get(0);
        return Rounds.of(
                bench,
                List.of(
                        new Forked("d360-media, from files", "files", bench, file),
                        new Forked("d360-media, from streams", "streams", bench, file),
                        new Forked("camel-http route, from files", "camel-http", bench, file)),
                0);
    }
}
