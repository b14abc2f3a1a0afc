package org.cameld360.media.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells contents apart. */
public final class Contents {

    private Contents() {}

    /** The SHA-256 of the whole source, hex. */
    public static String sha256(MediaSource source) throws IOException {
        MessageDigest digest = Digests.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try (ReadableByteChannel channel = source.open()) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
