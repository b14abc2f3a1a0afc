package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** AAC in ADTS frames (ISO/IEC 13818-7, section 6.2). Twelve set bits prove little, so a second frame has to follow. */
final class Adts {

    private static final int HEADER = 7;

    private Adts() {}

    static boolean read(View view, Findings findings) throws IOException {
        long at = Id3.end(view);
        if (!isFrame(view, at)) {
            return false;
        }
        int length = length(view, at);
        long next = at + length;
        boolean last = next > view.length() - HEADER;
        if (!last && !isFrame(view, next) && !view.has(next, "TAG") && !view.has(next, "ID3")) {
            return false;
        }
        findings.contentType("audio/aac");
        int configuration = view.u16(at + 2) >> 6 & 7;
        findings.track(new Track(Kind.AUDIO, "aac", configuration == 7 ? 8 : configuration));
        if (next > view.length()) {
            throw new Broken("cut off: it ends within its first frame");
        }
        return true;
    }

    private static boolean isFrame(View view, long at) throws IOException {
        return at <= view.length() - HEADER
                && (view.u16(at) & 0xFFF6) == 0xFFF0
                && (view.u8(at + 2) >> 2 & 0xF) < 13 // sampling rates
                && length(view, at) >= HEADER;
    }

    private static int length(View view, long at) throws IOException {
        return (view.u8(at + 3) & 3) << 11 | view.u16(at + 4) >> 5;
    }
}
