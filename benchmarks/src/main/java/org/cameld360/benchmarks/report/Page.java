package org.cameld360.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cameld360.benchmarks.measure.Figure;
import org.cameld360.benchmarks.scenarios.Measured;

/** Where the results go: numbers and pictures into a folder, and what people read between the markers of a page. */
public final class Page {

    private static final String BEGIN = "<!-- results, written by the benchmark -->";
    private static final String END = "<!-- end of the results -->";

    private final Path page;
    private final Path folder;

    private Page(Path page, Path folder) {
        this.page = page;
        this.folder = folder;
    }

    /** The page of the docs, seen from the root of the project. */
    public static Page inDocs() {
        return new Page(Path.of("docs", "benchmarks.md"), Path.of("docs", "benchmarks"));
    }

    /** A page that nobody commits. */
    public static Page aside() {
        Path target = Path.of("benchmarks", "target");
        return new Page(target.resolve("benchmarks.md"), target.resolve("benchmarks"));
    }

    /** Tells where it is. */
    public Path write(List<Measured> all, List<String> facts) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.csv"), Csv.of(all));
        for (Measured measured : all) {
            Files.writeString(folder.resolve(measured.id() + ".svg"), picture(measured));
        }
        String around = Files.exists(page) ? Files.readString(page) : BEGIN + "\n" + END + "\n";
        int begin = around.indexOf(BEGIN);
        int end = around.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the results");
        }
        Files.writeString(page, around.substring(0, begin) + BEGIN + "\n\n" + body(all, facts) + around.substring(end));
        return page;
    }

    private static String picture(Measured measured) {
        boolean steps = measured.shown() == Figure.CPU;
        return steps ? Growth.of(measured) : BarChart.of(measured);
    }

    private String body(List<Measured> all, List<String> facts) {
        StringBuilder body = new StringBuilder();
        facts.forEach(fact -> body.append("- ").append(fact).append('\n'));
        body.append("\n### Goals\n\n").append(Goals.markdown(all)).append('\n');
        for (Measured measured : all) {
            body.append("### ")
                    .append(measured.id())
                    .append(": ")
                    .append(measured.title())
                    .append("\n\n![")
                    .append(measured.title())
                    .append("](")
                    .append(folder.getFileName())
                    .append('/')
                    .append(measured.id())
                    .append(".svg)\n\n")
                    .append(Table.markdown(measured))
                    .append('\n');
        }
        return body.toString();
    }
}
