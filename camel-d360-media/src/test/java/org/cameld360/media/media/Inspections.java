package org.cameld360.media.media;

import java.util.List;
import java.util.stream.Stream;
import org.cameld360.media.media.Picture.Colour;
import org.cameld360.media.media.Track.Kind;

/** Inspections made by hand, for what no sample shows. */
final class Inspections {

    static final Track H264 = new Track(Kind.VIDEO, "h264", 0);
    static final Track HEVC = new Track(Kind.VIDEO, "hevc", 0);
    static final Track AAC = new Track(Kind.AUDIO, "aac", 2);
    static final Track MP3 = new Track(Kind.AUDIO, "mp3", 2);
    static final Track AMR = new Track(Kind.AUDIO, "amr-nb", 1);
    static final Track VORBIS = new Track(Kind.AUDIO, "vorbis", 2);

    private Inspections() {}

    static Track opus(int channels) {
        return new Track(Kind.AUDIO, "opus", channels);
    }

    static Inspection picture(String contentType, int bitDepth, Colour colour) {
        return picture(contentType, new Picture(640, 480, bitDepth, colour, false), 1_000);
    }

    static Inspection sticker(int width, int height, boolean animated, long size) {
        return picture("image/webp", new Picture(width, height, 8, Colour.RGBA, animated), size);
    }

    static Inspection picture(String contentType, Picture picture, long size) {
        return new Inspection(contentType, false, size, picture, List.of(), null, null);
    }

    static Inspection tracks(String contentType, Track... tracks) {
        return new Inspection(contentType, false, 1_000, null, Stream.of(tracks).toList(), null, null);
    }

    static Inspection damaged(String contentType) {
        return new Inspection(contentType, false, 1_000, null, List.of(), null, "cut off before its end");
    }

    /** A format that is written as text. */
    static Inspection written(String contentType) {
        return new Inspection(contentType, true, 1_000, null, List.of(), null, null);
    }
}
