package org.cameld360.media.media;

import java.util.Map;
import java.util.Set;

/**
 * What holds for one media type.
 *
 * @param contentTypes the MIME types that may go; empty where any may
 * @param maxBytes the largest
 * @param maxAnimatedBytes the largest that is animated; 0 where nothing animated may go
 * @param details what a message may carry along with it
 * @param picture what its pictures may be
 * @param tracks what its sound and moving pictures may be, for each container, by MIME type without parameters
 */
public record TypeRule(
        Set<String> contentTypes,
        long maxBytes,
        long maxAnimatedBytes,
        Set<Detail> details,
        PictureRule picture,
        Map<String, TrackRule> tracks) {

    /** What a message may carry besides the medium. */
    public enum Detail {
        CAPTION,
        FILE_NAME,
        VOICE
    }

    /** Whether the message may carry a caption. */
    public boolean caption() {
        return details.contains(Detail.CAPTION);
    }

    /** Whether the message may carry a file name. */
    public boolean fileName() {
        return details.contains(Detail.FILE_NAME);
    }

    /** Whether the message may be a voice note. */
    public boolean voice() {
        return details.contains(Detail.VOICE);
    }

    boolean takes(String contentType) {
        return contentTypes.isEmpty() || contentTypes.contains(contentType);
    }
}
