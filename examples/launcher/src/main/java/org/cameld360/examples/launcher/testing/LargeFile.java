package org.cameld360.examples.launcher.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** A document of noise, which nothing can compress. */
public final class LargeFile {

    private static final byte[] HEAD = "%PDF-1.4\n".getBytes(US_ASCII);

    private LargeFile() {}

    /** Writes it and gives its SHA-256. */
    public static String write(Path file, long size) throws IOException {
        Random noise = new Random(size);
        byte[] chunk = new byte[1_000_000];
        MessageDigest digest = newDigest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            out.write(HEAD);
            for (long left = size - HEAD.length; left > 0; left -= chunk.length) {
                noise.nextBytes(chunk);
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a file, in hex. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
