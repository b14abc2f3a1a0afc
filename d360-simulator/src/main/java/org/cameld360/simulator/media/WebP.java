package org.cameld360.simulator.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the head of a WebP file. */
public final class WebP {

    private static final int HEAD = 21;
    private static final int FLAGS = 20;
    private static final int ANIMATION = 0x02;

    private WebP() {}

    /** Whether the extended header has its animation flag set (WebP container specification, "Extended File Format"). */
    public static boolean isAnimated(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD);
            return head.length == HEAD
                    && ascii(head, 0).equals("RIFF")
                    && ascii(head, 8).equals("WEBP")
                    && ascii(head, 12).equals("VP8X")
                    && (head[FLAGS] & ANIMATION) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ascii(byte[] bytes, int offset) {
        return new String(bytes, offset, 4, StandardCharsets.US_ASCII);
    }
}
