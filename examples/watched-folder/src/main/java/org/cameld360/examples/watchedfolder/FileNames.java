package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for a file whose own name is taken. */
final class FileNames {

    private static final int MOST_BYTES = 255;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private FileNames() {}

    /**
     * The name itself, then names with the time in them, without end: {@code photo.jpg},
     * {@code photo-20261123-130335.jpg}, {@code photo-20261123-130335-2.jpg}.
     *
     * @param reserve bytes to leave free for an ending
     */
    static Stream<String> distinct(String name, LocalDateTime when, int reserve) {
        String mark = "-" + TIME.format(when);
        Stream<String> marks = Stream.concat(
                Stream.of("", mark), IntStream.iterate(2, n -> n + 1).mapToObj(n -> mark + "-" + n));
        return marks.map(each -> marked(name, each, reserve));
    }

    private static String marked(String name, String mark, int reserve) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 ? name.substring(dot) : "";
        if (bytes(extension) > 32) {
            extension = "";
        }
        String stem = name.substring(0, name.length() - extension.length());
        while (bytes(stem) + bytes(mark) + bytes(extension) + reserve > MOST_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + mark + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
