package org.cameld360.media.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.cameld360.media.MediaRejectedException;

/** Turns a stream that can be read once into a source that can be opened again: small ones in memory, others on disk. */
public final class MediaSpool {

    private static final int IN_MEMORY = 256 * 1024;

    private MediaSpool() {}

    /**
     * Reads and closes the stream.
     *
     * @param maxBytes more than that is refused, and no more than that is written
     * @param onTempFile called with the temporary file as soon as there is one, so that the caller removes it
     * @throws MediaRejectedException for an empty stream, one over the bound, or one that broke while being read
     */
    public static MediaSource spool(InputStream stream, long maxBytes, Consumer<Path> onTempFile) {
        try (InputStream in = stream) {
            byte[] head = in.readNBytes(IN_MEMORY);
            if (head.length == 0) {
                throw Rejections.empty("the stream gave 0 bytes (was it read before?)");
            }
            if (head.length > maxBytes) {
                throw overBound(maxBytes);
            }
            if (head.length < IN_MEMORY) {
                return BytesSource.of(head);
            }
            Path file = Files.createTempFile("d360-media-", ".spool");
            onTempFile.accept(file);
            copy(head, in, file, maxBytes);
            return FileSource.of(file);
        } catch (MediaRejectedException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the SDKs of object stores break with exceptions of their own
            throw Rejections.of(
                    "source-broken",
                    "Refused: the media could not be read to its end or spooled to disk (" + Rejections.reason(e)
                            + "). Nothing was sent. Check the source and the space left for temporary files.",
                    e);
        }
    }

    private static void copy(byte[] head, InputStream in, Path file, long maxBytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long written = head.length;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                written += count;
                if (written > maxBytes) {
                    throw overBound(maxBytes);
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private static MediaRejectedException overBound(long maxBytes) {
        return new MediaRejectedException(
                "size",
                Rejections.size(maxBytes),
                "Refused: the stream holds more than " + Rejections.size(maxBytes)
                        + ", which is the most that is taken from a stream. Make it smaller, or split it.");
    }
}
