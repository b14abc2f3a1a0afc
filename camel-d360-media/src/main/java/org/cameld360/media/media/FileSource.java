package org.cameld360.media.media;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.cameld360.media.MediaRejectedException;

/** A medium in a file, with the size and time that it had when the exchange took it up. */
public final class FileSource implements MediaSource {

    private final Path path;
    private final long length;
    private final FileTime modified;

    private FileSource(Path path, long length, FileTime modified) {
        this.path = path;
        this.length = length;
        this.modified = modified;
    }

    /**
     * A regular file that can be read and is not empty.
     *
     * @throws MediaRejectedException where it is missing, a directory or a device, unreadable or empty
     */
    public static FileSource of(Path path) {
        String name = name(path);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw Rejections.of(
                    "file-missing",
                    "Refused '" + Rejections.shown(name)
                            + "': the file does not exist (any more). Was it moved or deleted?",
                    e);
        } catch (IOException | SecurityException e) {
            throw Rejections.unreadable(name, e);
        }
        if (attributes.isDirectory()) {
            throw Rejections.of(
                    "not-a-file",
                    "Refused '" + Rejections.shown(name)
                            + "': it is a directory. Give one file, or poll the directory with file:",
                    null);
        }
        if (!attributes.isRegularFile()) {
            throw Rejections.of(
                    "not-a-file",
                    "Refused '" + Rejections.shown(name)
                            + "': it is a pipe, a socket or a device, and only regular files can be sent. Copy its content"
                            + " to a file, or give it as a stream.",
                    null);
        }
        if (!Files.isReadable(path)) {
            throw Rejections.unreadable(name, null);
        }
        if (attributes.size() == 0) {
            throw Rejections.empty("the file '" + Rejections.shown(name) + "' has 0 bytes");
        }
        return new FileSource(path, attributes.size(), attributes.lastModifiedTime());
    }

    public Path path() {
        return path;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public SeekableByteChannel open() throws IOException {
        return Files.newByteChannel(path);
    }

    @Override
    public void ensureUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (now.size() != length || !now.lastModifiedTime().equals(modified)) {
            throw new SourceChangedException("the file '" + Rejections.shown(name(path))
                    + "' was changed while it was being sent: "
                    + (now.size() == length
                            ? "it has the same size and a new time of change"
                            : "it had " + length + " bytes and now has " + now.size()));
        }
    }

    /** The root has no file name, and the name of the current directory is empty. */
    private static String name(Path path) {
        Path leaf = path.getFileName();
        return leaf == null || leaf.toString().isEmpty() ? path.toAbsolutePath().toString() : leaf.toString();
    }

    @Override
    public String toString() {
        return "file of " + length + " bytes";
    }
}
