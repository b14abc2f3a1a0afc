package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** AMR, narrow and wide band, in the storage format with one channel (RFC 4867, section 5). */
final class Amr {

    private static final String NARROW = "#!AMR\n";
    private static final String WIDE = "#!AMR-WB\n";
    private static final int LAST_NARROW = 8;
    private static final int LAST_WIDE = 9;
    private static final int LOST = 14;

    private Amr() {}

    static boolean read(View view, Findings findings) throws IOException {
        boolean wide = view.has(0, WIDE);
        if (!wide && !view.has(0, NARROW)) {
            return false;
        }
        findings.contentType(wide ? "audio/amr-wb" : "audio/amr");
        findings.track(new Track(Kind.AUDIO, wide ? "amr-wb" : "amr-nb", 1));
        long at = wide ? WIDE.length() : NARROW.length();
        if (at == view.length()) {
            throw new Broken("cut off: it holds no sound");
        }
        int frame = view.u8(at);
        int type = frame >> 3 & 0xF;
        boolean padded = (frame & 0x83) == 0;
        if (!padded || (type > (wide ? LAST_WIDE : LAST_NARROW) && type < LOST)) {
            throw new Broken("damaged: its first frame is of no known kind");
        }
        return true;
    }
}
