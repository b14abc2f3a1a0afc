package org.cameld360.media.media.inspect;

import java.io.IOException;

/** ID3v2 tags, which stand before MPEG audio and sometimes before AAC and FLAC. */
final class Id3 {

    private static final int HEADER = 10;
    private static final int MOST = 8;

    private Id3() {}

    /** Where the sound begins: behind all tags. */
    static long end(View view) throws IOException {
        long at = 0;
        for (int i = 0; i < MOST && isTag(view, at); i++) {
            boolean footer = (view.u8(at + 5) & 0x10) != 0;
            long size = 0;
            for (int j = 6; j < HEADER; j++) {
                size = size << 7 | view.u8(at + j);
            }
            at += HEADER + size + (footer ? HEADER : 0);
        }
        return at;
    }

    /** Tags with nothing behind them that is known: players take it for MP3. */
    static boolean read(View view, Findings findings) throws IOException {
        if (!isTag(view, 0)) {
            return false;
        }
        findings.contentType("audio/mpeg");
        throw end(view) >= view.length()
                ? new Broken("cut off: it ends within its tags")
                : new Broken("damaged: no sound follows its tags");
    }

    private static boolean isTag(View view, long at) throws IOException {
        if (!view.has(at, "ID3") || at > view.length() - HEADER) {
            return false;
        }
        boolean size = true;
        for (int i = 6; i < HEADER; i++) {
            size &= view.u8(at + i) < 0x80;
        }
        return size && view.u8(at + 3) < 0xFF && view.u8(at + 4) < 0xFF;
    }
}
