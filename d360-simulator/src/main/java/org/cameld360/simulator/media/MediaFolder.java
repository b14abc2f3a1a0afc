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
import org.cameld360.simulator.StoredMedia;

/** One file for each upload, named by its id, and those of requests that are under way. All are in a folder of this run, which goes when it ends. */
public final class MediaFolder implements AutoCloseable {

    private final RunFolder run;

    private MediaFolder(RunFolder run) {
        this.run = run;
    }

    /** Below this folder, which is made where it is not there, and stays. */
    public static MediaFolder at(Path folder) {
        try {
            return new MediaFolder(RunFolder.below(Files.createDirectories(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder + ": " + reason(e), e);
        }
    }

    public static MediaFolder temporary() {
        return at(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** What went wrong with a file, in a sentence. */
    public static String trouble(UncheckedIOException e) {
        IOException cause = e.getCause();
        return "the data folder cannot be used: " + (cause == null ? e.getMessage() : reason(cause));
    }

    /** A new file for the body of a request. */
    public Path newIncoming() throws IOException {
        return Files.createTempFile(run.path(), ".incoming-", "");
    }

    StoredMedia write(Upload upload) {
        Path file = run.path().resolve(upload.id());
        MessageDigest digest = sha256();
        try (InputStream in = upload.content().open();
                OutputStream out = new DigestOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
            in.transferTo(out);
        } catch (IOException e) {
            // What is there of it takes up the room that was missing.
            discard(file);
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
        run.close();
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // It goes with the folder.
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
