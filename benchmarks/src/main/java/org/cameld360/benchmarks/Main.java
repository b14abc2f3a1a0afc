package org.cameld360.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cameld360.benchmarks.report.Goals;
import org.cameld360.benchmarks.report.Machine;
import org.cameld360.benchmarks.report.Page;
import org.cameld360.benchmarks.report.Table;
import org.cameld360.benchmarks.scenarios.Measured;
import org.cameld360.benchmarks.scenarios.Scenario;
import org.cameld360.benchmarks.scenarios.Scenarios;
import org.cameld360.benchmarks.sink.SinkProcess;
import org.cameld360.testing.https.Certificates;

/**
 * Measures the scenarios that the arguments name, or all: {@code a-v1 d rounds=5 seconds=1.2 most=100000}. With {@code write} the
 * results go into the page in {@code docs}, else next to what was compiled.
 */
public final class Main {

    private static final long DELAY_MILLIS = 200;
    private static final String WRITE = "write";

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        List<String> named = words.stream()
                .filter(word -> !word.contains("=") && !word.equals(WRITE))
                .toList();
        List<Scenario> scenarios = chosen(named);
        long begin = System.nanoTime();
        Path folder = Files.createTempDirectory("d360-benchmark");
        List<Measured> all = new ArrayList<>();
        int rounds = (int) setting(words, "rounds", 5);
        Path store = Certificates.make(folder);
        try (SinkProcess sink = new SinkProcess(store, Certificates.PASSWORD, DELAY_MILLIS)) {
            Bench bench = new Bench(
                    sink,
                    folder,
                    store,
                    Certificates.PASSWORD,
                    rounds,
                    Duration.ofMillis((long) (setting(words, "seconds", 1.2) * 1_000)),
                    (long) setting(words, "most", 100_000));
            for (Scenario scenario : scenarios) {
                Measured measured =
                        new Measured(scenario.id(), scenario.title(), scenario.shown(), scenario.run(bench));
                all.add(measured);
                System.out.println(scenario.id() + ": " + scenario.title());
                System.out.println(Table.text(measured));
            }
        } finally {
            delete(folder);
        }
        System.out.println(Goals.text(all));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Page page = words.contains(WRITE) ? Page.inDocs() : Page.aside();
        System.out.println(page.write(all, Machine.facts(rounds, took)) + " written after " + took.toSeconds() + " s");
        System.exit(0);
    }

    private static List<Scenario> chosen(List<String> named) {
        List<Scenario> all = Scenarios.all();
        List<String> ids = all.stream().map(Scenario::id).toList();
        if (!ids.containsAll(named)) {
            throw new IllegalArgumentException("the scenarios are " + ids);
        }
        return named.isEmpty()
                ? all
                : all.stream().filter(scenario -> named.contains(scenario.id())).toList();
    }

    private static double setting(List<String> words, String name, double otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> Double.parseDouble(word.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
