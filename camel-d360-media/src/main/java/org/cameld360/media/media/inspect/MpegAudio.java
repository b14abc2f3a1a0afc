package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** MP3 and MP2. Eleven set bits prove little, so a second frame has to stand where the first one ends. */
final class MpegAudio {

    /** Some writers pad between the tags and the sound. */
    private static final int PADDING = 16_384;

    private MpegAudio() {}

    static boolean read(View view, Findings findings) throws IOException {
        long begin = Id3.end(view);
        long at = begin == 0 ? 0 : firstFrame(view, begin);
        MpegFrame frame = MpegFrame.at(view, at);
        if (frame == null || !isFollowed(view, at, frame)) {
            return false;
        }
        findings.contentType("audio/mpeg");
        findings.track(new Track(Kind.AUDIO, frame.layer() == 3 ? "mp3" : "mp2", frame.channels()));
        findings.duration(frames(view, at, frame) * frame.samples(), frame.sampleRate());
        if (at + frame.length() > view.length()) {
            throw new Broken("cut off: it ends within its first frame");
        }
        return true;
    }

    private static long firstFrame(View view, long begin) throws IOException {
        long end = Math.min(view.length(), begin + PADDING);
        for (long at = begin; at < end; at++) {
            MpegFrame frame = MpegFrame.at(view, at);
            if (frame != null && isFollowed(view, at, frame)) {
                return at;
            }
        }
        return begin;
    }

    private static boolean isFollowed(View view, long at, MpegFrame frame) throws IOException {
        long next = at + frame.length();
        return next > view.length() - 4
                || frame.continues(MpegFrame.at(view, next))
                || view.has(next, "TAG")
                || view.has(next, "APETAGEX");
    }

    /** How many frames the tag in the first one tells of; it stands behind the side information. 0 where there is none. */
    private static long frames(View view, long at, MpegFrame frame) throws IOException {
        boolean mono = frame.channels() == 1;
        long tag = at + 4 + (frame.version() == 3 ? (mono ? 17 : 32) : (mono ? 9 : 17));
        boolean xing = view.has(tag, "Xing") || view.has(tag, "Info");
        if (xing && tag + 12 <= view.length() && (view.u8(tag + 7) & 1) != 0) {
            return view.u32(tag + 8);
        }
        long other = at + 36;
        return view.has(other, "VBRI") && other + 18 <= view.length() ? view.u32(other + 14) : 0;
    }
}
