package org.cameld360.media.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a medium tell.
 *
 * @param contentType the MIME type that they prove, or {@code null} where they prove none
 * @param text whether they read as UTF-8 text
 * @param animated whether it is an animated WebP
 * @param size of the whole medium, in bytes
 */
public record Inspection(@Nullable String contentType, boolean text, boolean animated, long size) {

    private static final int HEAD = 4096;

    /** Reads at most 4 kB of the source. */
    public static Inspection of(MediaSource source) {
        byte[] head;
        try {
            head = source.head(HEAD);
        } catch (IOException e) {
            throw Rejections.of(
                    "file-unreadable",
                    "Refused: the media can't be read (" + Rejections.reason(e)
                            + "). Was it moved or deleted meanwhile, or is it locked?",
                    e);
        }
        boolean readsAsText = MagicNumbers.isText(head, source.length() > head.length);
        String type = MagicNumbers.contentType(head, readsAsText);
        boolean text = type == null && readsAsText;
        return new Inspection(type, text, MagicNumbers.isAnimatedWebp(head), source.length());
    }
}
