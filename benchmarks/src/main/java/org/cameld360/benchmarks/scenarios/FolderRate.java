package org.cameld360.benchmarks.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cameld360.benchmarks.Bench;
import org.cameld360.benchmarks.contenders.FolderRoute;
import org.cameld360.benchmarks.contenders.Target;
import org.cameld360.benchmarks.measure.Meter;
import org.cameld360.benchmarks.measure.Round;

/** A folder full of files, each uploaded, sent and deleted. */
final class FolderRate implements Scenario {

    private static final int FILES = 2_000;
    private static final int AT_ONCE = 8;
    private static final long BYTES = 50_000;

    /** One poll finds all: the next one could still list a file that is being deleted, and take it a second time. */
    private static final long POLL_MILLIS = 600_000;

    private record Folder(FolderRoute route, Path original, String threadName) implements Lane {

        @Override
        public String name() {
            return route.name();
        }

        /** However long all files take. */
        @Override
        public Round run(Duration time) throws Exception {
            for (int i = 0; i < FILES; i++) {
                Files.createLink(route.folder().resolve("document-" + i + ".pdf"), original);
            }
            long before = route.sent();
            Meter meter = new Meter(threadName);
            route.start();
            Until.isTrue(() -> route.sent() - before >= FILES, name() + " to empty its folder");
            Round round = meter.end(FILES, FILES * BYTES);
            route.stop();
            return round;
        }

        @Override
        public void close() throws IOException {
            route.close();
        }
    }

    @Override
    public String id() {
        return "c-rate";
    }

    @Override
    public String title() {
        return "A folder of 2,000 files of 50 kB: upload, message, deletion; v2";
    }

    @Override
    public List<Outcome> run(Bench bench) throws Exception {
        Path document = bench.documents(1, BYTES).get(0);
        Target target = bench.target(false, false, "v2", AT_ONCE);
        List<Lane> lanes = List.of(
                new Folder(
                        FolderRoute.ofD360Media(bench.subfolder("rate-d360-media"), target, POLL_MILLIS),
                        document,
                        "d360-media"),
                new Folder(
                        FolderRoute.ofCamelHttp(bench.subfolder("rate-camel-http"), target, POLL_MILLIS),
                        document,
                        ""));
        try {
            return Rounds.of(bench, lanes, 2);
        } finally {
            Rounds.close(lanes);
        }
    }
}
