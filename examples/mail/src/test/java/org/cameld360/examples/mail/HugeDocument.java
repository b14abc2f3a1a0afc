package org.cameld360.examples.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A document that is made up as it is read, and never there as a whole. In a mail it stands as lines of base64.
 *
 * @param size in bytes
 */
record HugeDocument(long size) {

    private static final byte[] BEGINNING = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES_OF_A_LINE = 57;
    private static final int SIGNS_OF_A_LINE = 78;

    /** How long it is in base64, the ends of the lines included. */
    long encodedSize() {
        long lines = (size + BYTES_OF_A_LINE - 1) / BYTES_OF_A_LINE;
        long last = size - (lines - 1) * BYTES_OF_A_LINE;
        return (lines - 1) * SIGNS_OF_A_LINE + (last + 2) / 3 * 4 + 2;
    }

    /** A piece of the base64. */
    byte[] encoded(long from, int most) {
        byte[] piece = new byte[(int) Math.max(0, Math.min(most, encodedSize() - from))];
        for (int filled = 0; filled < piece.length; ) {
            byte[] line = line((from + filled) / SIGNS_OF_A_LINE);
            int begin = (int) ((from + filled) % SIGNS_OF_A_LINE);
            int count = Math.min(line.length - begin, piece.length - filled);
            System.arraycopy(line, begin, piece, filled, count);
            filled += count;
        }
        return piece;
    }

    String sha256() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long from = 0; from < size; from += 1_000_000) {
            digest.update(bytes(from, (int) Math.min(1_000_000, size - from)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] line(long number) {
        long from = number * BYTES_OF_A_LINE;
        byte[] content = bytes(from, (int) Math.min(BYTES_OF_A_LINE, size - from));
        return (Base64.getEncoder().encodeToString(content) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] bytes(long from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            long at = from + i;
            bytes[i] = at < BEGINNING.length ? BEGINNING[(int) at] : (byte) (at * 31 + at / 251);
        }
        return bytes;
    }
}
