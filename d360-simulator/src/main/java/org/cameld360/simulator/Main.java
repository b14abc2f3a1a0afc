package org.cameld360.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs a simulator until it is stopped: {@code --port 8360 [--api-key KEY]... [--data DIR]}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            run(CommandLine.parse(args), out);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.err.println(CommandLine.USAGE);
            System.exit(2);
        }
    }

    private static void run(CommandLine commandLine, PrintStream out) {
        D360Simulator simulator =
                commandLine.builder().onCall(call -> out.println(line(call))).start();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "d360-simulator-stop"));
        out.println(Greeting.of(simulator));
    }

    private static String line(RecordedCall call) {
        String line = call.method() + " " + call.path() + " " + call.status();
        return call.refusal() == null ? line : line + " " + call.refusal();
    }
}
