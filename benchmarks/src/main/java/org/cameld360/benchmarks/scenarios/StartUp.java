package org.cameld360.benchmarks.scenarios;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.forked.FirstMessage;
import org.cameld360.benchmarks.forked.Fork;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Round;

/** From the start of a JVM to the answer to its first upload. */
final class StartUp implements Scenario {

    private record Forked(String name, Bench bench, Path file) implements Lane {

        @Override
        public Round run(Duration time) throws Exception {
            return Round.of(
                    Figure.START,
                    Fork.millisToFirstLine(
                            bench.subfolder("start"),
                            List.of("-Xmx256m"),
                            FirstMessage.class,
                            name,
                            bench.sink().address(false).toString(),
                            file.toString()));
        }

        @Override
        public void close() {
            // each process ended with its round
        }
    }

    @Override
    public String id() {
        return "g";
    }

    @Override
    public String title() {
        return "From the start of a JVM to the answer to its first upload; 50 kB, v1";
    }

    @Override
    public Figure shown() {
        return Figure.START;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Path file = bench.documents(1, 50_000).get(0);
        return Rounds.of(
                bench, List.of(new Forked("d360-media", bench, file), new Forked("camel-http route", bench, file)), 1);
    }
}
