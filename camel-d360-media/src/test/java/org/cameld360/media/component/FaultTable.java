package org.cameld360.media.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cameld360.media.component.Call.Kind;

/** Writes the fault matrix as the documentation shows it: a table for each section. */
public final class FaultTable {

    /** A fault, or several that are treated alike. */
    interface Row {
        Faults.Section section();

        String words();

        /** The requests that can meet it. */
        Set<Kind> kinds();

        Expected expected(Kind kind);

        Fault.Ends ends();
    }

    private FaultTable() {}

    public static String write() {
        Stream<Row> rows = Stream.concat(Faults.all(Path.of("")).stream(), Statuses.ALL.stream());
        Map<Faults.Section, List<Row>> sections =
                rows.collect(Collectors.groupingBy(Row::section, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        sections.forEach((section, ofIt) -> text.append("\n### ")
                .append(section.title)
                .append("\n\n")
                .append(section.introduction)
                .append("\n\n| what happens | `upload`, `get`, `delete` | `send` | the message | ends |\n")
                .append("|---|---|---|---|---|\n")
                .append(lines(ofIt)));
        return text.append('\n').toString();
    }

    /** Faults that end alike share a line. */
    private static String lines(List<Row> rows) {
        Map<String, Set<String>> faultsByEnd = new LinkedHashMap<>();
        rows.forEach(row -> faultsByEnd
                .computeIfAbsent(end(row), end -> new LinkedHashSet<>())
                .add(row.words()));
        return faultsByEnd.entrySet().stream()
                .map(line -> "| " + String.join("<br>", line.getValue()) + " | " + line.getKey() + " |\n")
                .collect(Collectors.joining());
    }

    private static String end(Row row) {
        Expected send = row.kinds().contains(Kind.SEND) ? row.expected(Kind.SEND) : null;
        return others(row) + " | " + (send == null ? "–" : send.words()) + " | "
                + (send == null ? "–" : send.wordsForTheMessage()) + " | " + row.ends().words;
    }

    private static String others(Row row) {
        Map<String, Collection<Kind>> alike = new LinkedHashMap<>();
        row.kinds().stream().filter(kind -> kind != Kind.SEND).forEach(kind -> alike.computeIfAbsent(
                        row.expected(kind).words(), words -> new ArrayList<>())
                .add(kind));
        if (alike.isEmpty()) {
            return "–";
        }
        boolean all = row.kinds().containsAll(Set.of(Kind.UPLOAD, Kind.METADATA, Kind.MEDIA, Kind.DELETE));
        if (all && alike.size() == 1) {
            return alike.keySet().iterator().next();
        }
        return alike.entrySet().stream()
                .map(entry -> entry.getValue().stream().map(kind -> kind.words).collect(Collectors.joining(", ")) + ": "
                        + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
