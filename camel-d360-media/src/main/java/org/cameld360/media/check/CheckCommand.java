package org.cameld360.media.check;

import java.io.PrintStream;
import java.util.List;

/** The command, with its streams and its exit status. */
final class CheckCommand {

    private static final int ALL_GO = 0;
    private static final int SOME_REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    CheckCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println();
            err.print(Arguments.USAGE);
            return WRONG_USAGE;
        }
        if (arguments.help()) {
            out.print(Arguments.USAGE);
            return ALL_GO;
        }
        Report report = arguments.json() ? new JsonReport(out) : new TextReport(out);
        boolean allGo = true;
        for (String file : arguments.files()) {
            CheckedFile checked = CheckedFile.of(file, arguments.rules());
            report.add(checked);
            allGo &= checked.goes();
        }
        report.end();
        return allGo ? ALL_GO : SOME_REFUSED;
    }
}
