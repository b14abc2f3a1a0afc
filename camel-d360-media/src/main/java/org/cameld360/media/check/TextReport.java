package org.cameld360.media.check;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cameld360.media.check.CheckedFile.Verdict;
import org.cameld360.media.media.MediaDecision;
import org.cameld360.media.media.MediaType;
import org.cameld360.media.media.Rejections;

/** For people. Names and what content says of itself come from outside: nothing of it reaches the terminal as it is. */
final class TextReport implements Report {

    private final PrintStream out;
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private int files;

    TextReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void add(CheckedFile file) {
        files++;
        String what = file.inspection() == null ? "" : ": " + Description.of(file.inspection());
        line(file.file() + what);
        for (Verdict verdict : file.verdicts()) {
            taken.merge(verdict.api(), verdict.goes() ? 1 : 0, Integer::sum);
            MediaDecision decision = verdict.decision();
            if (verdict.goes() && decision != null) {
                line("  " + verdict.api() + "  goes as " + going(decision, file.name()));
            }
            verdict.problems().forEach(problem -> line("  " + verdict.api() + "  refused: " + problem.why()));
        }
    }

    @Override
    public void end() {
        if (files > 1) {
            line("Of " + files + " files "
                    + taken.entrySet().stream()
                            .map(api -> api.getValue() + " would go on " + api.getKey())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    private static String going(MediaDecision decision, String name) {
        String uploadName = decision.uploadName();
        String named = "";
        if (decision.type() == MediaType.DOCUMENT && !uploadName.equals(decision.fileName())) {
            named = ", uploaded as " + uploadName + ", shown as " + decision.fileName();
        } else if (!uploadName.equals(name)) {
            named = ", named " + uploadName;
        }
        return decision.type() + ", " + decision.contentType() + named;
    }

    private void line(String text) {
        out.println(Rejections.onOneLine(text));
    }
}
