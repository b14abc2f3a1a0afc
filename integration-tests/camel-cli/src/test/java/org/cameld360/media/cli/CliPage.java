package org.cameld360.media.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page on the Camel CLI, whose snippets are run. */
record CliPage(String text) {

    static CliPage read() throws IOException {
        return new CliPage(Files.readString(Path.of("../../docs/camel-cli.md")));
    }

    /** The snippet after its mark. */
    String snippet(String name) {
        Matcher snippet = Pattern.compile("(?s)<!-- run: " + name + " -->\n```\\w+\n(.*?)```")
                .matcher(text);
        if (!snippet.find()) {
            throw new IllegalStateException("The page has no " + name);
        }
        return snippet.group(1);
    }

    /** The arguments of the line of the snippet that begins with these words. */
    List<String> arguments(String name, String words) {
        return snippet(name)
                .lines()
                .filter(line -> line.startsWith(words + " "))
                .map(line -> List.of(line.substring(words.length()).strip().split(" ")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The snippet " + name + " has no " + words));
    }
}
