package org.cameld360.media.store;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers in one file, which several threads and processes of one machine may use at once: each sees what the others
 * have put. It survives a killed process, and a loss of power but for what was put last; a line that got damaged is as if
 * it had never been written.
 *
 * <p>What is in memory is what was read from the file, never more. Each call opens the file, reads what is new and closes
 * it. A writer holds a lock on the file and adds a line; once more than half of the file is of no use any more, it is
 * written anew under another name and moved into place. A call takes about a millisecond or less, unless others write at
 * the same time.
 *
 * <p>There is room for {@value MemoryMediaStore#DEFAULT_MAX_ENTRIES} entries where nothing else is said; what was put
 * least recently goes first. All who share a file should say the same.
 *
 * <p>Every failure is an {@link IOException} that names the file: a full disk, a folder that may not be written, a lock
 * that another process has held for 5 seconds, a file that holds something else. Such a file is never written to.
 */
public final class FileMediaStore implements MediaStore, Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A smaller file is not worth writing anew. */
    private static final long SMALL = 256_000;

    private static final int FINGERPRINT = 16;
    private static final int MAX_ATTEMPTS = 100;

    private final Path file;
    private final OneWriter oneWriter;
    private final Entries entries;
    private volatile boolean closed;

    // under the lock of the one writer:
    private String header = "";
    private long readTo;
    private String lastRead = "";
    private long tooLarge;

    /**
     * Opens the file, and makes it and its folders where they are not there; only its owner may read it then.
     *
     * @throws IOException where it can't be read and written, or holds something else
     */
    public FileMediaStore(Path file) throws IOException {
        this(file, MemoryMediaStore.DEFAULT_MAX_ENTRIES);
    }

    /** As {@link #FileMediaStore(Path)}, for configuration. */
    public FileMediaStore(String file) throws IOException {
        this(Path.of(file));
    }

    /**
     * As {@link #FileMediaStore(Path)}.
     *
     * @param maxEntries 1 or more; the file may have twice as many lines, or 256 kB if that is more
     */
    public FileMediaStore(Path file, int maxEntries) throws IOException {
        this(file, maxEntries, PATIENCE, Clock.systemUTC());
    }

    FileMediaStore(Path file, int maxEntries, Duration patience, Clock clock) throws IOException {
        this.entries = new Entries(maxEntries, Entries.First.LEAST_RECENTLY_PUT, clock);
        try {
            this.file = realPath(file);
        } catch (IOException e) {
            throw failure(file, "opened", e);
        }
        this.oneWriter = new OneWriter(this.file, patience);
        append("");
    }

    @Override
    public @Nullable StoredMedia find(String key) throws IOException {
        Limits.key(key);
        try {
            oneWriter.enter();
            try {
                requireOpen();
                readNews();
                return entries.find(key);
            } finally {
                oneWriter.leave();
            }
        } catch (IOException e) {
            throw failure(file, "read", e);
        }
    }

    @Override
    public void put(String key, StoredMedia media) throws IOException {
        Limits.mediaId(media.mediaId());
        append(Lines.put(Limits.key(key), media));
    }

    @Override
    public void forget(String mediaId) throws IOException {
        append(Lines.forget(Limits.mediaId(mediaId)));
    }

    /** Nothing can be found or put any more. The file stays; it is not held open between calls in any case. */
    @Override
    public void close() {
        closed = true;
    }

    private void append(String line) throws IOException {
        try {
            oneWriter.enter();
            try {
                requireOpen();
                for (int attempt = 1; !appended(line); attempt++) {
                    if (attempt == MAX_ATTEMPTS) {
                        throw new IOException("others replace it all the time");
                    }
                }
            } finally {
                oneWriter.leave();
            }
        } catch (IOException e) {
            throw failure(file, "written", e);
        }
    }

    /** @return whether it was done; else another file has come into place, and all has to be done with that one */
    private boolean appended(String line) throws IOException {
        Set<StandardOpenOption> create =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, create, ownerOnly());
                FileLock lock = oneWriter.lock(channel);
                // closed last of all but the lock itself, since closing it gives the lock away
                FileChannel inPlace = FileChannel.open(file, StandardOpenOption.READ)) {
            String locked = headerOf(channel);
            if (!lock.isValid() || !locked.equals(headerOf(inPlace))) {
                return false;
            }
            readNews(channel);
            if (locked.isEmpty() || channel.size() > tooLarge) {
                writeAnew();
                return false;
            }
            append(channel, line);
            readNews(channel);
            return true;
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(parent(file))) {
                return false;
            }
            throw e;
        }
    }

    /** The end of each write is the end of a line, so that no reader ever stands elsewhere. */
    private static void append(FileChannel channel, String line) throws IOException {
        if (!before(channel, channel.size()).endsWith("\n")) {
            write(channel, "\n");
        }
        long end = channel.size();
        try {
            write(channel, line);
        } catch (IOException e) {
            try {
                channel.truncate(end);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        long position = channel.size();
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    private void readNews() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            readNews(channel);
        } catch (NoSuchFileException removed) {
            startOver("");
        }
    }

    private void readNews(FileChannel channel) throws IOException {
        String now = headerOf(channel);
        boolean another = !now.equals(header) || !lastRead.equals(before(channel, readTo));
        if (another) {
            startOver(now);
        }
        if (channel.size() > readTo) {
            readTo = Lines.read(channel, readTo, line -> Lines.apply(line, entries));
            lastRead = before(channel, readTo);
        }
        if (another) {
            tooLarge = Math.max(SMALL, 2 * neededBytes());
        }
    }

    private void startOver(String newHeader) {
        entries.clear();
        header = newHeader;
        readTo = newHeader.length();
        lastRead = newHeader.substring(Math.max(0, newHeader.length() - FINGERPRINT));
    }

    /** The end of the last line that was read, with its checksum: another one where somebody has edited the file. */
    private static String before(FileChannel channel, long position) throws IOException {
        int length = (int) Math.min(FINGERPRINT, position);
        return text(channel, position - length, length);
    }

    private static String text(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // until it is full or the file ends
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    /** The first line, or nothing where the file is empty. */
    private String headerOf(FileChannel channel) throws IOException {
        String text = text(channel, 0, Lines.HEADER_LENGTH);
        if (!text.isEmpty() && !Lines.isHeader(text)) {
            startOver("");
            throw new IOException(
                    "it holds something else, which is left as it is. Name another file, or move this one away");
        }
        return text;
    }

    private long neededBytes() {
        long bytes = Lines.HEADER_LENGTH;
        for (Map.Entry<String, StoredMedia> entry : entries.inOrder().entrySet()) {
            bytes += Lines.put(entry.getKey(), entry.getValue()).length();
        }
        return bytes;
    }

    /** Writes what is known to another file, which then takes the place of this one. */
    private void writeAnew() throws IOException {
        entries.removeExpired();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Set<StandardOpenOption> createNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (FileChannel channel = FileChannel.open(fresh, createNew, ownerOnly());
                    Writer writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.US_ASCII))) {
                writer.write(Lines.newHeader());
                for (Map.Entry<String, StoredMedia> entry : entries.inOrder().entrySet()) {
                    writer.write(Lines.put(entry.getKey(), entry.getValue()));
                }
                writer.flush();
                channel.force(true);
            }
            if (hasPermissions(file)) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return hasPermissions(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the store is closed");
        }
    }

    /** The one name by which all who use the file in this process know it. */
    private static Path realPath(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path parent = parent(absolute);
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        if (!Files.exists(absolute)) {
            return parent.toRealPath().resolve(absolute.getFileName());
        }
        if (!Files.isRegularFile(absolute)) {
            throw new IOException("it is no regular file");
        }
        return absolute.toRealPath();
    }

    private static Path parent(Path absolute) throws IOException {
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException("it is no regular file");
        }
        return parent;
    }

    private static IOException failure(Path file, String done, IOException cause) {
        String reason = cause.getClass() == IOException.class ? String.valueOf(cause.getMessage()) : cause.toString();
        return new IOException("The file of media ids " + file + " can't be " + done + ": " + reason + ".", cause);
    }
}
