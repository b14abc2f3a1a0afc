package org.cameld360.examples.watchedfolder;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells phone numbers from other names of folders. */
final class PhoneNumber {

    /** E.164 allows 15 digits. Seven are the fewest in use, country code included. */
    private static final Pattern INTERNATIONAL = Pattern.compile("[1-9][0-9]{6,14}");

    /** Without a plus sign, shorter names are more often a year or a date. */
    private static final Pattern BARE = Pattern.compile("[1-9][0-9]{9,14}");

    private static final Pattern MARKED = Pattern.compile("(?:\\+|00)[0-9 ()./\\u00A0-]+");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9][0-9 ()./\\u00A0-]{6,}");

    private PhoneNumber() {}

    /** The digits with the country code in front, where the text is a number: {@code +49 151 234-567}, {@code 0049…}, {@code 49…}. */
    static Optional<String> of(String text) {
        String trimmed = text.strip();
        if (MARKED.matcher(trimmed).matches()) {
            String digits = trimmed.replaceAll("[^0-9]", "").replaceFirst(trimmed.startsWith("+") ? "^" : "^00", "");
            return Optional.of(digits)
                    .filter(number -> INTERNATIONAL.matcher(number).matches());
        }
        return Optional.of(trimmed).filter(number -> BARE.matcher(number).matches());
    }

    /** Whether it was surely meant as a number, yet is none that can be reached: no country code, too short, too long. */
    static boolean isBroken(String text) {
        String trimmed = text.strip();
        boolean meant =
                MARKED.matcher(trimmed).matches() || NATIONAL.matcher(trimmed).matches();
        return meant && of(trimmed).isEmpty();
    }
}
