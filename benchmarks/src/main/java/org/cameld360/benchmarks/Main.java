package org.cameld360.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cameld360.benchmarks.report.TextTable;
import org.cameld360.benchmarks.scenarios.Scenario;
import org.cameld360.benchmarks.scenarios.Scenarios;
import org.cameld360.benchmarks.sink.SinkProcess;
import org.cameld360.testing.https.Certificates;

/** Measures the scenarios that the arguments name, or all: {@code a-v1 d rounds=5 seconds=2}. */
public final class Main {

    private static final long DELAY_MILLIS = 200;

    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        List<Scenario> scenarios = Scenarios.all().stream()
                .filter(scenario -> words.stream().noneMatch(word -> !word.contains("="))
                        || words.contains(scenario.id()))
                .toList();
        Path folder = Files.createTempDirectory("d360-benchmark");
        Path store = Certificates.make(folder);
        try (SinkProcess sink = new SinkProcess(store, Certificates.PASSWORD, DELAY_MILLIS)) {
            Bench bench = new Bench(
                    sink,
                    folder,
                    store,
                    Certificates.PASSWORD,
                    setting(words, "rounds", 5),
                    Duration.ofSeconds(setting(words, "seconds", 2)));
            for (Scenario scenario : scenarios) {
                System.out.println(TextTable.of(scenario.id() + ": " + scenario.title(), scenario.run(bench)));
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static int setting(List<String> words, String name, int otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(name + "="))
                .map(word -> Integer.parseInt(word.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
