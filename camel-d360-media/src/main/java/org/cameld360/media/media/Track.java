package org.cameld360.media.media;

/**
 * One stream of sound or pictures in a container.
 *
 * @param kind what it carries
 * @param codec lower case, the usual short name: {@code h264}, {@code hevc}, {@code aac}, {@code mp3}, {@code opus}, {@code
 *     vorbis}, {@code amr-nb}; {@code unknown:FOURCC} for one that is not known here
 * @param channels of sound; 0 where the header doesn't tell
 */
public record Track(Kind kind, String codec, int channels) {

    /** What a track carries. */
    public enum Kind {
        AUDIO,
        VIDEO,
        OTHER
    }
}
