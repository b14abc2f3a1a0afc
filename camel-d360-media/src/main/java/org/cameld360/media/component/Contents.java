package org.cameld360.media.component;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.cameld360.media.media.Digests;
import org.cameld360.media.media.MediaSource;

/** Tells contents apart. */
final class Contents {

    private Contents() {}

    /** The SHA-256 of the whole source, hex. */
    static String sha256(MediaSource source) throws IOException {
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
