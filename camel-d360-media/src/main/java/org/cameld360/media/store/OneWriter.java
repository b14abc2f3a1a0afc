package org.cameld360.media.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one writer at a time come to a file: one thread of this process, by a lock that all who use the file share, and
 * one process, by a lock on the file. A POSIX lock is gone as soon as its process closes the file anywhere, so those who
 * only read need the first lock too.
 */
final class OneWriter {

    /** Stays for as long as the process: as many as there are names of files, which is few. */
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    /** Far behind the end: where a file lock keeps others from reading, as on Windows, there is nothing to read. */
    private static final long LOCKED_POSITION = 1L << 62;

    private static final int LONGEST_PAUSE_MILLIS = 5;

    private final ReentrantLock inThisProcess;
    private final Duration patience;

    /**
     * @param file its real path
     * @param patience how long to wait for others
     */
    OneWriter(Path file, Duration patience) {
        this.inThisProcess = IN_THIS_PROCESS.computeIfAbsent(file, name -> new ReentrantLock());
        this.patience = patience;
    }

    /** Keeps the other threads of this process out, until {@link #leave}. */
    void enter() throws IOException {
        try {
            if (!inThisProcess.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("another thread has held it for " + patience.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    void leave() {
        inThisProcess.unlock();
    }

    /** Keeps other processes from writing, until the lock or the channel is closed. */
    FileLock lock(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("another process has held it for " + patience.toMillis() + " ms");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_POSITION, 1, false);
        } catch (OverlappingFileLockException sameProcess) {
            // this class was loaded twice
            return null;
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the thread was interrupted while it waited for others");
    }
}
