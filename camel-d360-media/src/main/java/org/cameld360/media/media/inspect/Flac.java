package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** FLAC (RFC 9639): the block at the beginning that describes the stream. */
final class Flac {

    private static final int BLOCK_HEADER = 4;

    private Flac() {}

    static boolean read(View view, Findings findings) throws IOException {
        long at = Id3.end(view);
        if (!view.has(at, "fLaC")) {
            return false;
        }
        findings.contentType("audio/flac");
        stream(view, at + 4 + BLOCK_HEADER, findings);
        return true;
    }

    /** Behind sizes of blocks and frames: 20 bits of sampling rate, 3 of channels, 5 of bits for each sample, 36 of length. */
    static void stream(View view, long at, Findings findings) throws IOException {
        long bits = view.i64(at + 10);
        findings.track(new Track(Kind.AUDIO, "flac", (int) (bits >> 41 & 7) + 1));
        findings.duration(bits & 0xFFFFFFFFFL, bits >>> 44);
    }
}
