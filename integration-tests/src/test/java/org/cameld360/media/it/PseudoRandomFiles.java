package org.cameld360.media.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Files that can't be compressed or guessed, and are the same each time. */
public final class PseudoRandomFiles {

    static final byte[] PDF = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);

    /** What stands before the pixels of a JPEG, three components of eight bits, 16 by 16: its frame and its scan. */
    private static final byte[] JPEG_HEAD =
            HexFormat.of().parseHex("ffd8" + "ffc00011080010001003012200021101031101" + "ffda000c03010002110311003f00");

    private static final byte[] JPEG_END = HexFormat.of().parseHex("ffd9");
    static final int SMALLEST_JPEG = JPEG_HEAD.length + JPEG_END.length + 1;

    private PseudoRandomFiles() {}

    /** Writes a file of that size and gives its SHA-256. */
    static String pdf(Path file, long size, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] chunk = new byte[1_000_000];
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            out.write(PDF);
            for (long left = size - PDF.length; left > 0; left -= chunk.length) {
                random.nextBytes(chunk);
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A JPEG of that size, of noise. */
    public static byte[] jpeg(int size, long seed) {
        byte[] bytes = bytes(JPEG_HEAD, size, seed);
        for (int i = JPEG_HEAD.length; i < size; i++) {
            bytes[i] = bytes[i] == (byte) 0xFF ? 0 : bytes[i];
        }
        System.arraycopy(JPEG_END, 0, bytes, size - JPEG_END.length, JPEG_END.length);
        return bytes;
    }

    /** So many bytes, beginning with the magic number. */
    static byte[] bytes(byte[] magic, int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
