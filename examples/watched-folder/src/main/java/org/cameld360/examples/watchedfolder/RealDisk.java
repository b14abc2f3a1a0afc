package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The computer's own. */
final class RealDisk implements Disk {

    @Override
    public void write(FileChannel file, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            file.write(content);
        }
    }

    @Override
    public void force(FileChannel file) throws IOException {
        file.force(false);
    }

    /** Windows opens no folders, and does not need it. */
    @Override
    public void forceName(Path file) {
        try (FileChannel names = FileChannel.open(file.resolveSibling(""))) {
            names.force(true);
        } catch (IOException e) {
            // what it was for still holds when the program is killed, and then a power cut is all that could undo it
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel content = FileChannel.open(to, StandardOpenOption.WRITE)) {
            content.force(true);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
