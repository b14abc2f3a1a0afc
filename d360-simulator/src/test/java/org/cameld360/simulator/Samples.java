package org.cameld360.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;

/** Bytes to upload. */
final class Samples {

    private Samples() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** The head of an extended WebP file, and zeros. */
    static byte[] webP(int length, boolean animated) {
        byte[] bytes = new byte[length];
        byte[] head = "RIFF....WEBPVP8X....".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[20] = (byte) (animated ? 0x02 : 0x00);
        return bytes;
    }

    /** One of the files in the folder of samples. */
    static byte[] file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
