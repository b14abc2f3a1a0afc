package org.cameld360.media.kamelets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation, with snippets that are run. */
record Page(Path file, String text) {

    static Page of(String name) throws IOException {
        Path file = KameletFile.ROOT.resolve("docs").resolve(name);
        return new Page(file, Files.readString(file));
    }

    /** The snippet after its mark. */
    String snippet(String name) {
        return between("<!-- run: " + name + " -->\n```yaml\n", "```");
    }

    String between(String start, String end) {
        int from = text.indexOf(start);
        if (from < 0) {
            throw new IllegalStateException(file + " has no " + start.strip());
        }
        return text.substring(from + start.length(), text.indexOf(end, from + start.length()));
    }
}
