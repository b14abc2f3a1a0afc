package org.cameld360.simulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/** The arguments of {@link Main}. */
final class CommandLine {

    static final String USAGE = "Usage: java -jar d360-simulator-all.jar [--port PORT] [--api-key KEY]... [--data DIR]";

    private static final int DEFAULT_PORT = 8360;
    private static final int HIGHEST_PORT = 65_535;

    private final D360Simulator.Builder builder = D360Simulator.builder().port(DEFAULT_PORT);

    private CommandLine() {}

    /**
     * The arguments, checked.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static CommandLine parse(String... args) {
        CommandLine parsed = new CommandLine();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> parsed.builder.port(port(valueOf(option, rest)));
                case "--api-key" -> parsed.builder.apiKeys(key(valueOf(option, rest)));
                case "--data" -> parsed.builder.dataFolder(folder(valueOf(option, rest)));
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        return parsed;
    }

    D360Simulator.Builder builder() {
        return builder;
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int port(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port must be a number from 0 (any free port) to " + HIGHEST_PORT);
        }
        return Integer.parseInt(value);
    }

    /** The message leaves the value out, as it may be a real key. */
    private static String key(String value) {
        if (!value.matches("[!-~]+")) {
            throw new IllegalArgumentException("--api-key must be printable ASCII without spaces");
        }
        return value;
    }

    private static Path folder(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--data is no folder name: " + value, e);
        }
    }
}
