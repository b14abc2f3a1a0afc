package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/** WAVE: the format of the sound, and its length by the bytes that a second takes. */
final class Wav {

    private static final int EXTENSIBLE = 0xFFFE;

    private Wav() {}

    static boolean read(View view, Findings findings) throws IOException {
        if (!Riff.is(view, "WAVE")) {
            return false;
        }
        findings.contentType("audio/wav");
        long bytesPerSecond = 0;
        for (Riff chunk = Riff.first(view); chunk != null; chunk = chunk.next(view.length())) {
            if (chunk.type().equals("fmt ")) {
                findings.track(track(view, chunk.content(), chunk.end()));
                bytesPerSecond = view.u32le(chunk.content() + 8);
            } else if (chunk.type().equals("data")) {
                findings.duration(Math.min(chunk.end(), view.length()) - chunk.content(), bytesPerSecond);
                break;
            }
        }
        if (Riff.isCutOff(view)) {
            throw new Broken("cut off: it is shorter than its header says");
        }
        return true;
    }

    /** The same in AVI. */
    static Track track(View view, long at, long end) throws IOException {
        int format = view.u16le(at);
        if (format == EXTENSIBLE && end - at >= 26) {
            format = view.u16le(at + 24);
        }
        String codec =
                switch (format) {
                    case 0x0001, 0x0003 -> "pcm";
                    case 0x0006 -> "pcm-alaw";
                    case 0x0007 -> "pcm-mulaw";
                    case 0x0002, 0x0011 -> "adpcm";
                    case 0x0050 -> "mp2";
                    case 0x0055 -> "mp3";
                    case 0x00FF, 0x1610 -> "aac";
                    case 0x2000 -> "ac3";
                    default -> "unknown:" + Integer.toHexString(format);
                };
        return new Track(Kind.AUDIO, codec, view.u16le(at + 2));
    }
}
