package org.cameld360.simulator.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cameld360.simulator.StoredMedia;

/** One file for each upload, named by its id. */
public final class MediaFolder implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;

    private MediaFolder(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    public static MediaFolder at(Path folder) {
        try {
            return new MediaFolder(Files.createDirectories(folder), false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder, e);
        }
    }

    /** A folder that goes when it is closed. */
    public static MediaFolder temporary() {
        try {
            return new MediaFolder(Files.createTempDirectory("d360-simulator-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a data folder", e);
        }
    }

    StoredMedia write(Upload upload) {
        Path file = folder.resolve(upload.id());
        ByteBuffer content = upload.content();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer unwritten = content.duplicate();
            while (unwritten.hasRemaining()) {
                channel.write(unwritten);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredMedia(
                upload.id(),
                upload.apiVersion(),
                upload.contentType(),
                upload.fileName(),
                content.remaining(),
                sha256(content),
                file);
    }

    void delete(StoredMedia media) {
        try {
            Files.deleteIfExists(media.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String sha256(ByteBuffer content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
