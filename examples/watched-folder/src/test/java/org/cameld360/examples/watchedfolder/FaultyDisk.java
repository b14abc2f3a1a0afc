package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A disk that is full, or the last thing that a program saw, when a test wants that. */
final class FaultyDisk implements Disk {

    /** The program ends here: nothing catches it but the test. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private final Disk real = new RealDisk();

    /** What was done, in order. */
    final List<String> steps = new ArrayList<>();

    /** Steps that fail, by name. */
    Predicate<String> fails = step -> false;

    /** How many more steps the program lives; the last one is done by half, where it can be. */
    int stepsToLive = Integer.MAX_VALUE;

    /** What lies below it can't be reached by renaming. */
    @Nullable
    Path otherFileSystem;

    @Override
    public void write(FileChannel file, ByteBuffer content) throws IOException {
        if (step("write")) {
            content.limit(content.position() + content.remaining() / 2);
            real.write(file, content);
            throw new Killed();
        }
        if (fails.test("write")) {
            content.limit(content.position() + content.remaining() / 2);
            real.write(file, content);
            throw new IOException("No space left on device");
        }
        real.write(file, content);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        before("force");
        real.force(file);
    }

    @Override
    public void forceName(Path file) {
        if (step("forceName")) {
            throw new Killed();
        }
        real.forceName(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        before("rename");
        if (otherFileSystem != null && from.startsWith(otherFileSystem) != to.startsWith(otherFileSystem)) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "another file system");
        }
        real.rename(from, to);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        before("copy");
        real.copy(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        before("delete");
        real.delete(file);
    }

    private void before(String step) throws IOException {
        if (step(step)) {
            throw new Killed();
        }
        if (fails.test(step)) {
            throw new IOException("No space left on device");
        }
    }

    /** Whether it is the last one. */
    private boolean step(String name) {
        steps.add(name);
        return stepsToLive-- <= 0;
    }
}
