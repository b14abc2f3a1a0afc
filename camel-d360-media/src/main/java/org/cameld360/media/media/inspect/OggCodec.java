package org.cameld360.media.media.inspect;

import java.io.IOException;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;

/**
 * The codec of a stream in an Ogg file, by its first packet.
 *
 * @param perSecond units of position in a second; 0 where they are not those of time
 * @param delay units to leave out at the beginning
 */
record OggCodec(Track track, long perSecond, int delay) {

    static OggCodec at(View view, long at) throws IOException {
        if (view.has(
                at, "OpusHead")) { // RFC 7845, section 5.1: positions count 48,000 in a second, whatever was recorded
            return sound("opus", view.u8(at + 9), 48_000, view.u16le(at + 10));
        }
        if (view.has(at, "\u0001vorbis")) {
            return sound("vorbis", view.u8(at + 11), view.u32le(at + 12), 0);
        }
        if (view.has(at, "\u007FFLAC")) {
            long bits = view.i64(at + 27);
            return sound("flac", (bits >> 41 & 7) + 1, bits >>> 44, 0);
        }
        if (view.has(at, "Speex   ")) {
            return sound("speex", view.u32le(at + 48), view.u32le(at + 36), 0);
        }
        if (view.has(at, "\u0080theora")) {
            return picture("theora");
        }
        if (view.has(at, "OVP80")) {
            return picture("vp8");
        }
        if (view.has(at, "BBCD\0")) {
            return picture("dirac");
        }
        if (view.has(at, "\u0001video")) {
            return picture(IsoCodec.unknown(view.latin1(at + 9, 4)));
        }
        return new OggCodec(new Track(Kind.OTHER, "unknown", 0), 0, 0);
    }

    private static OggCodec sound(String codec, long channels, long perSecond, int delay) {
        return new OggCodec(new Track(Kind.AUDIO, codec, (int) Math.min(channels, 255)), perSecond, delay);
    }

    private static OggCodec picture(String codec) {
        return new OggCodec(new Track(Kind.VIDEO, codec, 0), 0, 0);
    }
}
