package org.cameld360.media.media;

import java.util.Locale;
import org.cameld360.media.MediaRejectedException;
import org.jspecify.annotations.Nullable;

/** Refusals that several places word alike. */
public final class Rejections {

    private Rejections() {}

    public static MediaRejectedException of(String rule, String message, @Nullable Throwable cause) {
        return new MediaRejectedException(rule, null, message, cause);
    }

    public static MediaRejectedException empty(String found) {
        return new MediaRejectedException(
                "empty", "at least 1 byte", "Refused: " + found + ", and empty media is never sent. Check the source.");
    }

    static MediaRejectedException unreadable(String name, @Nullable Throwable cause) {
        return of("file-unreadable", "the file '" + shown(name) + "' can't be read. Check its permissions.", cause);
    }

    /** A text from outside, fit for one line of a message: no control characters, at most 120 characters. */
    public static String shown(String text) {
        String oneLine = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "?");
        if (oneLine.length() <= 120) {
            return oneLine;
        }
        int cut = Character.isHighSurrogate(oneLine.charAt(116)) ? 116 : 117;
        return oneLine.substring(0, cut) + "...";
    }

    /** Bytes as a person reads them, in decimal units as the limits are: {@code 5 MB}, {@code 16.7 kB}. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        boolean mega = bytes >= 1_000_000;
        double value = bytes / (mega ? 1_000_000.0 : 1_000.0);
        String number = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
        return number + (mega ? " MB" : " kB");
    }
}
