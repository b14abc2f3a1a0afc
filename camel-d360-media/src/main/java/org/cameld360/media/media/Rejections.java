package org.cameld360.media.media;

import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cameld360.media.MediaRejectedException;
import org.jspecify.annotations.Nullable;

/** Refusals that several places word alike. */
public final class Rejections {

    private static final int SHOWN_CHARACTERS = 120;

    /** What is longer is cut before it is looked at, so that a hostile text costs nothing. */
    private static final int READ_CHARACTERS = 4_000;

    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

    /** User info, query and fragment of an address: where keys and signatures stand. */
    private static final Pattern ADDRESS_SECRETS =
            Pattern.compile("(?i)(https?://)(?:[^\\s/?#@]*+@)?+([^\\s?#]*+)([?#]\\S*+)?+");

    private Rejections() {}

    public static MediaRejectedException of(String rule, String message, @Nullable Throwable cause) {
        return new MediaRejectedException(rule, null, message, cause);
    }

    public static MediaRejectedException empty(String found) {
        return new MediaRejectedException(
                "empty", "at least 1 byte", "Refused: " + found + ", and empty media is never sent. Check the source.");
    }

    static MediaRejectedException unreadable(String name, @Nullable Throwable cause) {
        String reason = cause == null ? "" : " (" + reason(cause) + ")";
        return of(
                "file-unreadable",
                "Refused '" + shown(name) + "': the file can't be read" + reason + ". Check its permissions.",
                cause);
    }

    /** Why something failed, fit for a message. Failures of files word themselves as a path alone: their type tells more. */
    public static String reason(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        String said = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return said == null || said.isBlank() ? type : type + ": " + shown(said);
    }

    /**
     * A text from outside, fit for one line of a message: no control characters and none that turn the reading
     * direction, at most 120 characters, and addresses in it without user info, query and fragment.
     */
    public static String shown(String text) {
        String read = text.length() <= READ_CHARACTERS ? text : text.substring(0, READ_CHARACTERS);
        String open =
                ADDRESS_SECRETS.matcher(read).replaceAll(found -> Matcher.quoteReplacement(withoutSecrets(found)));
        String shown = onOneLine(open);
        if (shown.length() <= SHOWN_CHARACTERS) {
            return shown;
        }
        int cut = SHOWN_CHARACTERS - 3;
        return shown.substring(0, Character.isHighSurrogate(shown.charAt(cut - 1)) ? cut - 1 : cut) + "...";
    }

    /** A text from outside, whole, without what would break the line, steer a terminal or turn the reading direction. */
    public static String onOneLine(String text) {
        return UNSHOWABLE.matcher(text).replaceAll("?");
    }

    private static String withoutSecrets(MatchResult address) {
        return address.group(1) + address.group(2) + (address.group(3) == null ? "" : "?...");
    }

    /** Bytes as a person reads them, in decimal units as the limits are: {@code 5 MB}, {@code 16.69 kB}. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        boolean mega = bytes >= 999_995; // from here on, two decimals would round to 1000.00 kB
        double value = bytes / (mega ? 1_000_000.0 : 1_000.0);
        String number = value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
        return number + (mega ? " MB" : " kB");
    }
}
