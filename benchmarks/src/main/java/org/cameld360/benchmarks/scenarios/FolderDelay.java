package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.FolderRoute;
import org.cameld360.benchmarks.contenders.Polls;
import org.cameld360.benchmarks.contenders.Target;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.measure.Round;
import org.cameld360.benchmarks.measure.Spread;

/** One file at a time into an empty folder: how long after it was closed its request arrives. */
final class FolderDelay implements Scenario {

    private static final int FILES = 10;
    private static final long BYTES = 50_000;
    private static final long POLL_MILLIS = 100;

    /** Polls from its first round to its end. */
    private static final class Watched implements Lane {
        private final FolderRoute route;
        private final Path outside;
        private final byte[] content;
        private final HttpClient http = HttpClient.newHttpClient();
        private final HttpRequest lastUpload;

        Watched(FolderRoute route, Path outside, byte[] content, URI sink) throws Exception {
            this.route = route;
            this.outside = outside;
            this.content = content;
            this.lastUpload =
                    HttpRequest.newBuilder(sink.resolve("/last-upload")).build();
            route.start();
        }

        @Override
        public String name() {
            return route.name();
        }

        @Override
        public Round run(Duration time) throws IOException, InterruptedException {
            double[] delays = new double[FILES];
            double[] withPoll = new double[FILES];
            for (int i = 0; i < FILES; i++) {
                long before = route.sent();
                Path file = outside.resolve("document-" + i + ".pdf");
                Files.write(file, content);
                long closed = Polls.micros();
                Files.move(file, route.folder().resolve(file.getFileName()));
                Until.isTrue(() -> route.sent() > before, name() + " to send a file");
                long arrived = Long.parseLong(http.send(lastUpload, HttpResponse.BodyHandlers.ofString())
                        .body());
                delays[i] = (arrived - Math.max(closed, route.polls().beganOfLast())) / 1e3;
                withPoll[i] = (arrived - closed) / 1e3;
            }
            return Round.of(Figure.DELAY, Spread.of(delays).median())
                    .with(Figure.DELAY_WITH_POLL, Spread.of(withPoll).median());
        }

        @Override
        public void close() throws IOException {
            route.close();
        }
    }

    @Override
    public String id() {
        return "c-delay";
    }

    @Override
    public String title() {
        return "From a file's close to its request, polled every 100 ms; 50 kB, v2";
    }

    @Override
    public Figure shown() {
        return Figure.DELAY;
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        byte[] content = Files.readAllBytes(bench.documents(1, BYTES).get(0));
        Target target = bench.target(false, false, "v2", 8);
        Path outside = bench.subfolder("outside");
        List<Lane> lanes = List.of(
                new Watched(
                        FolderRoute.ofD360Media(bench.subfolder("delay-d360-media"), target, POLL_MILLIS),
                        outside,
                        content,
                        target.address()),
                new Watched(
                        FolderRoute.ofCamelHttp(bench.subfolder("delay-camel-http"), target, POLL_MILLIS),
                        outside,
                        content,
                        target.address()));
        try {
            return Rounds.of(bench, lanes, 1);
        } finally {
            Rounds.close(lanes);
        }
    }
}
