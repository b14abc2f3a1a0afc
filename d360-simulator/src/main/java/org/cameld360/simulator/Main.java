package org.cameld360.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Runs a simulator until it is stopped; {@code --help} tells the options. */
public final class Main {

    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            CommandLine commandLine = CommandLine.parse(args);
            if (commandLine.wantsHelp()) {
                out.print(CommandLine.USAGE);
            } else {
                run(commandLine, out);
            }
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.err.println("--help tells the options.");
            System.exit(WRONG_USAGE);
        }
    }

    private static void run(CommandLine commandLine, PrintStream out) {
        D360Simulator simulator =
                commandLine.builder().onCall(call -> out.println(line(call))).start();
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "d360-simulator-stop"));
        out.print(Greeting.of(simulator));
    }

    private static String line(RecordedCall call) {
        String line = call.method() + " " + call.path() + " " + (call.status() == 0 ? "cut" : call.status());
        return call.refusal() == null ? line : line + " " + call.refusal();
    }
}
