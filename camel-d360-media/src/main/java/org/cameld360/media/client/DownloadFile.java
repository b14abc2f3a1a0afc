package org.cameld360.media.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.cameld360.media.media.Digests;

/** The file that one download goes to as it arrives, hashed on its way. */
final class DownloadFile {

    private static final String WHAT = "the file for the download";

    private final FileChannel channel;
    private final long maxBytes;
    private final MessageDigest digest = Digests.sha256();
    private long size;

    DownloadFile(ApiRequest.Download download) throws IOException {
        this.maxBytes = download.maxBytes();
        try {
            channel = FileChannel.open(download.file(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw LocalFiles.failure(WHAT, e);
        }
    }

    void write(ByteBuffer bytes) throws IOException {
        size += bytes.remaining();
        if (size > maxBytes) {
            throw new AnswerConsumer.TooLargeException(maxBytes);
        }
        digest.update(bytes.duplicate());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw LocalFiles.failure(WHAT, e);
        }
    }

    ApiAnswer.Received finish() throws IOException {
        try {
            channel.close();
        } catch (IOException e) {
            throw LocalFiles.failure(WHAT, e);
        }
        return new ApiAnswer.Received(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** The download failed: what was written does not count. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the file is removed by whoever made it
        }
    }
}
