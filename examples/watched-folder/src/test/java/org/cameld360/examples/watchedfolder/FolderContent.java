package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files in a folder and below, but for the lock and the journal. */
final class FolderContent {

    private FolderContent() {}

    /** Sorted, with slashes. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(name -> !name.equals(".lock") && !name.equals(".journal"))
                    .sorted()
                    .toList();
        }
    }

    /** Of text files, by name. */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : names(folder)) {
            files.put(name, Files.readString(folder.resolve(name)));
        }
        return files;
    }
}
