package org.cameld360.examples.watchedfolder;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What lies beside a file that was not sent. */
final class ReasonText {

    /** Follows the text where the file is not there to lie beside it. */
    static final String WITHOUT_FILE = "  The file was gone, or another was in its place, when this was written.\n";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private ReasonText() {}

    /** @param name as it was in the inbox, with its subfolder */
    static String of(String name, @Nullable String to, Problem problem, ZonedDateTime now) {
        boolean inDoubt = problem.kind() == Problem.Kind.IN_DOUBT;
        return """
                File:  %s
                To:    %s
                When:  %s

                What happened
                  %s

                What to do
                  %s
                """.formatted(
                        Console.clean(name),
                        Console.clean(to == null ? "nobody" : to),
                        WHEN.format(now.truncatedTo(ChronoUnit.SECONDS)),
                        Console.clean(problem.reason()),
                        inDoubt
                                ? "It may have arrived. Look into the chat first, and move the file back into the inbox only if it has not."
                                : "Put right what is said above, then move the file back into the inbox. This text can be deleted.");
    }
}
