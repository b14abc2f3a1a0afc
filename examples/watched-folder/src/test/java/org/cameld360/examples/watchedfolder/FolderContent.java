package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text files in a folder and below, but for the lock and the journal, by name. */
final class FolderContent {

    private FolderContent() {}

    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.equals(".lock") && !name.equals(".journal")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
