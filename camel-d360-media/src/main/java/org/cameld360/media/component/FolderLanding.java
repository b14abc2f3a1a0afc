package org.cameld360.media.component;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.cameld360.media.media.FileNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of the user. A file appears there when it is whole, and never in place of another. */
final class FolderLanding implements Landing {

    private static final Logger LOG = LoggerFactory.getLogger(FolderLanding.class);

    private final Path folder;
    private final Path file;

    FolderLanding(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.file = Files.createTempFile(folder, ".d360-media-", ".part");
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Path land(Exchange exchange, String name, long size) throws IOException {
        String visible = name.startsWith(".") ? "_" + name : name;
        for (int i = 1; ; i++) {
            Path target = inFolder(i == 1 ? visible : FileNames.numbered(visible, i));
            try {
                return landAs(target);
            } catch (FileAlreadyExistsException e) {
                // the next number may be free
            }
        }
    }

    /** A second name for the whole file, then the first goes: nobody sees it half, and nothing is replaced. */
    private Path landAs(Path target) throws IOException {
        try {
            Files.createLink(target, file);
            Files.delete(file);
            return target;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            return moveTo(Files.createFile(target));
        }
    }

    private Path moveTo(Path claimed) throws IOException {
        try {
            return Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(claimed);
            throw e;
        }
    }

    @Override
    public void abandon() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The unfinished download {} can't be removed: {}", file, e.toString());
        }
    }

    /** What this file system can't write is written in ASCII. */
    private Path inFolder(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            return folder.resolve(FileNames.ascii(name));
        }
    }
}
