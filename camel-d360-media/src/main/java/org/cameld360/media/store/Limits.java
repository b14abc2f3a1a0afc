package org.cameld360.media.store;

import java.util.regex.Pattern;

/** What a store takes. The lines of a file and the columns of a table are made for this and no more. */
final class Limits {

    static final int KEY_LENGTH = 64;
    static final int MEDIA_ID_LENGTH = 255;

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{" + KEY_LENGTH + "}");

    private Limits() {}

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /** @throws IllegalArgumentException where it is none. The text is not shown: it may be a secret gone astray. */
    static String key(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("A key is " + KEY_LENGTH + " lower-case hexadecimal characters.");
        }
        return key;
    }

    /** @throws IllegalArgumentException where it is empty or longer than any media id that was ever seen */
    static String mediaId(String mediaId) {
        if (mediaId.isEmpty() || mediaId.length() > MEDIA_ID_LENGTH) {
            throw new IllegalArgumentException("A media id has 1 to " + MEDIA_ID_LENGTH
                    + " characters, and this one has " + mediaId.length() + ".");
        }
        return mediaId;
    }
}
