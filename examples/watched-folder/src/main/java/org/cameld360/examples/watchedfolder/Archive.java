package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Iterator;

/** The folders {@code .sent} and {@code .failed}. Nothing in them is ever overwritten. */
final class Archive {

    private static final String REASON = ".reason.txt";

    private final Path inbox;
    private final Path sent;
    private final Path failed;
    private final Clock clock;

    Archive(Path inbox, Clock clock) {
        this.inbox = inbox;
        this.sent = inbox.resolve(".sent");
        this.failed = inbox.resolve(".failed");
        this.clock = clock;
    }

    /** Creates the folders, so that a folder that can't be written to is noticed before anything is sent. */
    void prepare() throws IOException {
        Files.createDirectories(sent);
        Files.createDirectories(failed);
    }

    Path keepSent(Path file) throws IOException {
        Path target = reserve(folder(sent, file), file.getFileName().toString(), "");
        move(file, target);
        return target;
    }

    /** Moves the file and writes the reason beside it. */
    Path keepFailed(Path file, String reason) throws IOException {
        Path target = reserve(folder(failed, file), file.getFileName().toString(), REASON);
        Path text = target.resolveSibling(target.getFileName() + REASON);
        try {
            move(file, target);
        } catch (IOException e) {
            Files.deleteIfExists(text);
            throw e;
        }
        Files.writeString(text, reason, UTF_8);
        return target;
    }

    /** The same subfolder, or the folder itself where a file of that name is in the way. */
    private Path folder(Path base, Path file) throws IOException {
        Path subfolder = base.resolve(inbox.relativize(file)).getParent();
        try {
            return Files.createDirectories(subfolder == null ? base : subfolder);
        } catch (FileAlreadyExistsException e) {
            return Files.createDirectories(base);
        }
    }

    /** Takes the first free name, where {@code name + ending} is free as well. Both are there, empty, afterwards. */
    private Path reserve(Path folder, String name, String ending) throws IOException {
        Iterator<String> names = FileNames.distinct(name, LocalDateTime.now(clock), ending.length())
                .iterator();
        while (true) {
            String candidate = names.next();
            if (take(folder.resolve(candidate))) {
                if (ending.isEmpty() || take(folder.resolve(candidate + ending))) {
                    return folder.resolve(candidate);
                }
                Files.delete(folder.resolve(candidate));
            }
        }
    }

    private static boolean take(Path path) throws IOException {
        try {
            Files.createFile(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Onto the empty file that holds the name. */
    private static void move(Path file, Path reserved) throws IOException {
        try {
            Files.move(file, reserved, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) || Files.size(reserved) == 0) {
                Files.deleteIfExists(reserved);
            }
            throw e;
        }
    }
}
