package org.cameld360.media.media;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.cameld360.media.media.inspect.Inspector;
import org.jspecify.annotations.Nullable;

/**
 * What the content of a medium tells.
 *
 * @param contentType the MIME type that it proves, with parameters, or {@code null} where it proves none
 * @param text whether it reads as UTF-8 text
 * @param size of the whole medium, in bytes
 * @param picture of an image, or {@code null}
 * @param tracks of a container with sound or video, in order; empty for others
 * @param duration where the header tells, or {@code null}
 * @param damage why it can't be played or shown as it is, in words that stand behind "it is", or {@code null} where nothing is
 *     wrong with it
 */
public record Inspection(
        @Nullable String contentType,
        boolean text,
        long size,
        @Nullable Picture picture,
        List<Track> tracks,
        @Nullable Duration duration,
        @Nullable String damage) {

    public Inspection {
        tracks = List.copyOf(tracks);
    }

    /** What is known where only the type and the size are. */
    public Inspection(@Nullable String contentType, boolean text, boolean animated, long size) {
        this(
                contentType,
                text,
                size,
                animated ? new Picture(0, 0, 0, Picture.Colour.UNKNOWN, true) : null,
                List.of(),
                null,
                null);
    }

    /** Whether it is an image of more than one frame. */
    public boolean animated() {
        return picture != null && picture.animated();
    }

    /** Reads no more of the source than is needed. */
    public static Inspection of(MediaSource source) {
        try {
            return Inspector.inspect(source);
        } catch (IOException e) {
            throw Rejections.of(
                    "file-unreadable",
                    "Refused: the media can't be read (" + Rejections.reason(e)
                            + "). Was it moved or deleted meanwhile, or is it locked?",
                    e);
        }
    }
}
