package org.cameld360.examples.watchedfolder;

import java.io.File;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** What counts as dropped: no name with a leading dot, and nothing behind a linked folder, which may lead in circles. */
final class Visible implements GenericFileFilter<File> {

    /** Camel's consumer skips these on its own. */
    private static final String LOCK_FILE = ".camelLock";

    private final Report report;
    private final Set<File> told = new HashSet<>();

    Visible(Report report) {
        this.report = report;
    }

    @Override
    public boolean accept(GenericFile<File> polled) {
        File file = polled.getFile();
        if (!isVisible(file)) {
            return false;
        }
        if (isClosed(file) && told.add(file)) {
            report.closed(file);
        }
        return true;
    }

    /** Camel passes over such a folder without a word. */
    private static boolean isClosed(File file) {
        return file.isDirectory() && !(Files.isReadable(file.toPath()) && Files.isExecutable(file.toPath()));
    }

    private static boolean isVisible(File file) {
        return !file.getName().startsWith(".")
                && !file.getName().endsWith(LOCK_FILE)
                && !(file.isDirectory() && Files.isSymbolicLink(file.toPath()));
    }

    /** The files at any depth, and the folders that can't be looked into. */
    static Set<File> filesIn(File folder) {
        Set<File> found = new HashSet<>();
        File[] entries = folder.listFiles(Visible::isVisible);
        for (File entry : entries == null ? new File[0] : entries) {
            if (entry.isDirectory() && !isClosed(entry)) {
                found.addAll(filesIn(entry));
            } else {
                found.add(entry);
            }
        }
        return found;
    }
}
