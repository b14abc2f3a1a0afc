package org.cameld360.simulator.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.cameld360.simulator.StoredMedia;

/** One file for each upload, named by its id, and those of requests that are under way. */
public final class MediaFolder implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;

    private MediaFolder(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    public static MediaFolder at(Path folder) {
        try {
            Path made = Files.createDirectories(folder);
            // Found out now rather than at the first upload.
            Files.delete(Files.createTempFile(made, ".probe-", ""));
            return new MediaFolder(made, false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder + ": " + reason(e), e);
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

    /** A new file for the body of a request. */
    public Path newIncoming() throws IOException {
        return Files.createTempFile(folder, ".incoming-", "");
    }

    StoredMedia write(Upload upload) {
        Path file = folder.resolve(upload.id());
        MessageDigest digest = sha256();
        try (InputStream in = upload.content().open();
                OutputStream out = new DigestOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredMedia(
                upload.id(),
                upload.apiVersion(),
                upload.contentType(),
                upload.fileName(),
                upload.content().size(),
                HexFormat.of().formatHex(digest.digest()),
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
        if (temporary && Files.exists(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                // Bodies of requests that were cut off by the end.
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
