package org.cameld360.examples.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.cameld360.simulator.D360Simulator;

/**
 * An example that runs: the stand-ins that it needs, and Camel Main with the {@code application.properties} and the routes of the
 * class path.
 */
public final class Example implements AutoCloseable {

    private final Map<String, String> environment;
    private final Consumer<String> console;
    private final List<StandIn> standIns = new ArrayList<>();
    private final Main camel = new Main();
    private final Outcomes outcomes = new Outcomes();
    private final Path folder;

    private Example(Map<String, String> environment, Consumer<String> console) throws IOException {
        this.environment = environment;
        this.console = console;
        this.folder = Files.createTempDirectory("d360-example-");
    }

    /** With these environment variables, started; the caller closes it. */
    public static Example start(Map<String, String> environment) throws Exception {
        return start(environment, Map.of());
    }

    /** As {@link #start(Map)}, with properties that win over all others. */
    public static Example start(Map<String, String> environment, Map<String, String> properties) throws Exception {
        Example example = prepare(environment, line -> {});
        try {
            properties.forEach(example.camel::addOverrideProperty);
            example.camel.start();
            example.routesAreRunning();
            return example;
        } catch (Throwable e) {
            example.close();
            throw e;
        }
    }

    /** The stand-ins run, Camel doesn't yet. */
    static Example prepare(Map<String, String> environment, Consumer<String> console) throws Exception {
        Example example = new Example(environment, console);
        try {
            example.startStandIns();
            example.camel.addMainListener(example.outcomes);
            return example;
        } catch (Throwable e) {
            example.close();
            throw e;
        }
    }

    private void startStandIns() throws Exception {
        for (StandIn standIn : ServiceLoader.load(StandIn.class)) {
            if (environment.getOrDefault(standIn.insteadOf(), "").isBlank()) {
                standIns.add(standIn);
                Path own = folder.resolve(standIn.getClass().getSimpleName());
                standIn.start(environment, Files.createDirectory(own));
                standIn.properties().forEach(camel::addOverrideProperty);
                standIn.beans().forEach(camel::bind);
                standIn.greeting().lines().forEach(console);
            }
        }
    }

    void routesAreRunning() throws Exception {
        for (StandIn standIn : standIns) {
            standIn.routesAreRunning();
        }
    }

    /** Camel Main, as it runs the routes. */
    public Main camel() {
        return camel;
    }

    /** The context of the routes; there once they run. */
    public CamelContext context() {
        return camel.getCamelContext();
    }

    /** The simulator that stands in for 360dialog. */
    public D360Simulator simulator() {
        return standIn(SimulatorStandIn.class).simulator();
    }

    /** The stand-in of that kind. */
    public <T extends StandIn> T standIn(Class<T> kind) {
        return standIns.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(kind.getSimpleName() + " was not started."));
    }

    /** How many exchanges ended without a failure. */
    public int completed() {
        return outcomes.completed();
    }

    /** How many exchanges ended with a failure, a handled one included. */
    public int failed() {
        return outcomes.failed();
    }

    /** Stops the routes, then the servers. */
    @Override
    public void close() {
        camel.stop();
        closeStandIns();
    }

    synchronized void closeStandIns() {
        standIns.forEach(StandIn::close);
        standIns.clear();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
