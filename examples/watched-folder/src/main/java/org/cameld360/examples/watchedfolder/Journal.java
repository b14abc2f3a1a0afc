package org.cameld360.examples.watchedfolder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is under way in an inbox, on disk: {@code .journal}, a file that grows at its end. What counts is here in memory; where
 * the disk could not take a line, the next one writes the whole file anew, as it is done where it has grown.
 */
final class Journal implements AutoCloseable {

    private static final int HARDLY_WORTH_IT = 256 * 1024;

    private final Path inbox;
    private final Path file;
    private final Path unfinished;
    private final Disk disk;
    private final Map<String, Entry> entries;

    /** Open while the file on disk holds all that is known here. */
    private @Nullable FileChannel channel;

    private long size;
    private long sizeToGrowTo;
    private boolean closed;

    private Journal(Path inbox, Disk disk, Map<String, Entry> entries) {
        this.inbox = inbox;
        this.file = fileIn(inbox);
        this.unfinished = unfinishedIn(inbox);
        this.disk = disk;
        this.entries = entries;
    }

    private static Path fileIn(Path inbox) {
        return inbox.resolve(".journal");
    }

    private static Path unfinishedIn(Path inbox) {
        return inbox.resolve(".journal.unfinished");
    }

    /**
     * Reads what an earlier program left. It may have been ended in the middle of its last line, which then was of no
     * consequence yet.
     *
     * @throws SetupException where the file is damaged or none of these: what was under way can't be told then
     */
    static Journal open(Path inbox, Disk disk) throws IOException {
        Path file = fileIn(inbox);
        Map<String, Entry> entries = new LinkedHashMap<>();
        Files.deleteIfExists(unfinishedIn(inbox));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            checkKind(file);
            read(file, entries);
        }
        return new Journal(inbox, disk, entries);
    }

    /** Before it is read as a whole, as it could be anything. */
    private static void checkKind(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw unusable(file, "is no file");
        }
        try (InputStream content = Files.newInputStream(file)) {
            String start = new String(content.readNBytes(JournalLine.HEADER.length()), ISO_8859_1);
            if (!start.equals(JournalLine.HEADER)) {
                throw unusable(file, "does not begin like a journal of this program");
            }
        }
    }

    private static void read(Path file, Map<String, Entry> entries) throws IOException {
        String text = Files.readString(file, ISO_8859_1);
        int number = 2;
        int start = JournalLine.HEADER.length();
        for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            try {
                JournalLine.Event event = JournalLine.parse(text.substring(start, end));
                if (event.entry() == null) {
                    entries.remove(event.name());
                } else {
                    entries.put(event.name(), event.entry());
                }
            } catch (IllegalArgumentException e) {
                throw unusable(file, "is damaged at line " + number + " (" + e.getMessage() + ")");
            }
            start = end + 1;
            number++;
        }
    }

    private static SetupException unusable(Path file, String why) {
        return new SetupException("The journal " + file + " " + why + ". It tells which files were being sent when the"
                + " program ended, so nothing is sent before someone has looked: see in the chats which of the files in the"
                + " folder have arrived, take those away, then delete the journal and start again.");
    }

    synchronized @Nullable Entry entry(String name) {
        return entries.get(name);
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** In memory only; the disk gets it with what is written next. */
    synchronized void remember(Entry entry) {
        entries.put(entry.name(), entry);
        abandonFile();
    }

    /** Survives the end of the program. It is known here even where the disk can't take it. */
    synchronized void write(Entry entry) throws IOException {
        entries.put(entry.name(), entry);
        append(JournalLine.of(entry));
    }

    /** Survives a power cut as well. */
    synchronized void force(Entry entry) throws IOException {
        write(entry);
        FileChannel written = channel;
        if (written != null) {
            try {
                disk.force(written);
            } catch (IOException e) {
                abandonFile();
                throw e;
            }
        }
    }

    /** Nothing has to be known of the file any more. Where the disk can't take that, it is found out again at the start. */
    synchronized void forget(Entry entry) {
        if (entries.remove(entry.name()) != null) {
            try {
                append(JournalLine.closed(entry.name()));
            } catch (IOException e) {
                // the file is whole again with what is written next
            }
        }
    }

    private void append(String line) throws IOException {
        FileChannel open = channel;
        if (open == null || size > sizeToGrowTo || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            writeAnew();
            return;
        }
        try {
            disk.write(open, US_ASCII.encode(line));
            size += line.length();
        } catch (IOException e) {
            abandonFile();
            throw e;
        }
    }

    private void writeAnew() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        abandonFile();
        forgetUploadsOfMissingFiles();
        StringBuilder text = new StringBuilder(JournalLine.HEADER);
        entries.values().forEach(entry -> text.append(JournalLine.of(entry)));
        ByteBuffer content = US_ASCII.encode(text.toString());
        size = content.remaining();
        sizeToGrowTo = Math.max(HARDLY_WORTH_IT, 4 * size);
        disk.writeWhole(file, unfinished, content);
        channel = FileChannel.open(file, StandardOpenOption.APPEND);
    }

    private void forgetUploadsOfMissingFiles() {
        for (Iterator<Entry> each = entries.values().iterator(); each.hasNext(); ) {
            Entry entry = each.next();
            if (entry.stage() == Entry.Stage.UPLOADED && Files.notExists(inbox.resolve(entry.name()))) {
                each.remove();
            }
        }
    }

    /** What was added last may be there in part, and nothing must follow it. */
    private void abandonFile() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is not written to any more
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        abandonFile();
    }
}
