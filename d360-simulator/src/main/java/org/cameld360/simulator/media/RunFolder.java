package org.cameld360.simulator.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for one run, with a lock that the operating system lets go of when the run ends, however it does. What a run left that was killed is
 * known by its lock and removed by the next one; nothing else that lies beside is touched.
 */
final class RunFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

    private static final String PREFIX = "d360-simulator-";
    private static final String LOCK = ".lock";

    /** Those of this JVM: merely opening a lock file and closing it again would let go of the lock (see {@link FileLock}). */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private RunFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static synchronized RunFolder below(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath();
        removeLeftovers(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        OWN.add(path);
        // Locked before it has its name, as others take a lock that is free for one that was left.
        Path unnamed = path.resolve(LOCK + "-new");
        FileChannel lock = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.tryLock();
            Files.move(unnamed, path.resolve(LOCK));
            return new RunFolder(path, lock);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            remove(path);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OWN.remove(path);
        }
    }

    private static void removeLeftovers(Path parent) {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path run : runs) {
                if (!OWN.contains(run) && Files.isRegularFile(run.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
                    removeWhereNobodyRuns(run);
                }
            }
        } catch (IOException e) {
            LOG.debug("What other runs left is not removed", e);
        }
    }

    private static void removeWhereNobodyRuns(Path run) {
        try (FileChannel other = FileChannel.open(run.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = other.tryLock()) {
            if (free != null) {
                remove(run);
                LOG.info("Removed {}, which an earlier run left", run);
            }
        } catch (IOException | OverlappingFileLockException e) {
            LOG.debug("{} is not removed", run, e);
        }
    }

    /** There are no folders in it. */
    private static void remove(Path run) throws IOException {
        if (!Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(run)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(run);
    }
}
