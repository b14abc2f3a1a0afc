package org.cameld360.examples.watchedfolder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A disk that is full, or the last thing that a program saw, when a test wants that. It forces nothing, to be fast. */
final class FaultyDisk implements Disk {

    /** The program ends here: nothing catches it but the test. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** A file got another name or place, and whether it stays so in a power cut. */
    private static final class Renamed {

        private final Path from;
        private final Path to;
        private boolean leftForced;
        private boolean arrivalForced;

        private Renamed(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        private boolean isForced() {
            return leftForced && arrivalForced;
        }
    }

    private final Disk real = new RealDisk();
    private final Map<FileChannel, Long> forcedSizes = new LinkedHashMap<>();
    private final List<Renamed> renamed = new ArrayList<>();

    /** What was done, in order. */
    final List<String> steps = new ArrayList<>();

    /** Steps that fail, by name. */
    volatile Predicate<String> fails = step -> false;

    /** How many more steps the program lives. Of the one after these, a write is done by half, and nothing of any other. */
    int stepsToLive = Integer.MAX_VALUE;

    /** What lies below it can't be reached by renaming. */
    @Nullable
    Path otherFileSystem;

    /** Takes back what was never forced: what was added to open files, and new names. */
    void cutPower() throws IOException {
        for (Map.Entry<FileChannel, Long> each : forcedSizes.entrySet()) {
            if (each.getKey().isOpen()) {
                each.getKey().truncate(each.getValue());
            }
        }
        for (int i = renamed.size() - 1; i >= 0; i--) {
            Renamed last = renamed.get(i);
            if (!last.isForced() && !Files.exists(last.from, LinkOption.NOFOLLOW_LINKS)) {
                real.rename(last.to, last.from);
            }
        }
    }

    /** A moment in which the program can be killed. */
    void step(String name) {
        if (isLast(name)) {
            throw new Killed();
        }
    }

    private boolean isLast(String name) {
        steps.add(name);
        return stepsToLive-- <= 0;
    }

    private void attempt(String name) throws IOException {
        step(name);
        if (fails.test(name)) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void write(FileChannel file, ByteBuffer content) throws IOException {
        forcedSizes.putIfAbsent(file, file.size());
        boolean last = isLast("write");
        boolean full = fails.test("write");
        if (last || full) {
            content.limit(content.position() + content.remaining() / 2);
        }
        real.write(file, content);
        if (last) {
            throw new Killed();
        }
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void force(FileChannel file) throws IOException {
        attempt("force");
        forcedSizes.put(file, file.size());
    }

    @Override
    public void forceName(Path file) {
        step("forceName");
        for (Renamed each : renamed) {
            each.leftForced |= each.from.getParent().equals(file.getParent());
            each.arrivalForced |= each.to.getParent().equals(file.getParent());
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        attempt("rename");
        if (otherFileSystem != null && from.startsWith(otherFileSystem) != to.startsWith(otherFileSystem)) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "another file system");
        }
        boolean replaces = Files.exists(to, LinkOption.NOFOLLOW_LINKS);
        real.rename(from, to);
        if (!replaces) {
            renamed.add(new Renamed(from, to));
        }
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        attempt("copy");
        real.copy(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        attempt("delete");
        real.delete(file);
    }
}
