package org.cameld360.examples.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * A server that an example needs, on a free port of this computer, for where the user has not said where the real one is. Found
 * as a service ({@link java.util.ServiceLoader}), so that an example brings its own.
 */
public interface StandIn extends AutoCloseable {

    /** The environment variable that says where the real one is, or how to get in. Where it is set, this is not started. */
    String insteadOf();

    /**
     * Starts the server and puts samples into it.
     *
     * @param environment the environment variables of the program
     * @param folder empty, for its files; removed at the end
     * @throws Exception if it can't start
     */
    void start(Map<String, String> environment, Path folder) throws Exception;

    /** The Camel properties that lead to it; they win over those in {@code application.properties}. */
    Map<String, String> properties();

    /** What has to stay out of properties, as Camel logs them: beans by the name under which {@link #properties()} refer to them. */
    default Map<String, Object> beans() {
        return Map.of();
    }

    /** One line for the person at the console. */
    String greeting();

    /** Called once the routes run, for samples that need somebody who listens. */
    default void routesAreRunning() throws Exception {}

    /** Stops the server. */
    @Override
    void close();
}
