package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is done to the disk, one step each: between any two of them the program may come to its end. */
interface Disk {

    void write(FileChannel file, ByteBuffer content) throws IOException;

    /** Returns when the content will survive a power cut, as far as the system knows. */
    void force(FileChannel file) throws IOException;

    /** The same for the name of a file, or for its having gone, where the system can do that. */
    void forceName(Path file);

    /** At once or not at all. What is there under the new name is replaced. */
    void rename(Path from, Path to) throws IOException;

    /** The content and the times. */
    void copy(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** A file that is there as a whole or not at all. */
    default void writeWhole(Path file, Path unfinished, ByteBuffer content) throws IOException {
        writeUnfinished(unfinished, content);
        try {
            rename(unfinished, file);
        } catch (IOException e) {
            delete(unfinished);
            throw e;
        }
        forceName(file);
    }

    default void writeUnfinished(Path unfinished, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            write(channel, content);
            force(channel);
        } catch (IOException e) {
            delete(unfinished);
            throw e;
        }
    }
}
