package org.cameld360.media.media;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cameld360.media.MediaRejectedException;

/**
 * A recipient.
 *
 * @param digits country code and number, 7 to 15 digits (ITU-T E.164), without sign or prefix
 */
public record PhoneNumber(String digits) {

    /** Spaces and dashes of any kind, and the invisible marks that come along when a number is copied from an address book. */
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Pd}\\u2212]");

    /** What has fewer digits is nobody's number. */
    private static final int SHORTEST = 7;

    /**
     * Reads one number: {@code +49 151 234-567}, {@code 0049151234567} and {@code 49151234567} are the same.
     *
     * @throws MediaRejectedException where it is no number in international form
     */
    public static PhoneNumber parse(String text) {
        String compact = internationally(IGNORED.matcher(text).replaceAll("")).replaceAll("[()./]", "");
        String digits = compact;
        if (compact.startsWith("+")) {
            digits = compact.substring(1);
        } else if (compact.startsWith("00")) {
            digits = compact.substring(2);
        }
        if (!digits.matches("[1-9][0-9]{6,14}")) {
            throw new MediaRejectedException(
                    "to",
                    "7 to 15 digits",
                    "'" + masked(Rejections.shown(text))
                            + "' is no phone number in international form. Write the country code and"
                            + " the number, such as +49 151 234567.");
        }
        return new PhoneNumber(digits);
    }

    /** Fit for logs: {@code +49…567}. */
    public String shortened() {
        return "+" + digits.substring(0, 2) + "…" + digits.substring(digits.length() - 3);
    }

    /** A text that may be a whole number, fit for a message: only the first two and the last three of its digits stay. */
    public static String masked(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        if (digits < SHORTEST) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text);
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && ++seen > 2 && seen <= digits - 3) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }

    /** In {@code +49 (0)151} the zero is for callers from within the country only. */
    private static String internationally(String compact) {
        int trunk = compact.indexOf("(0)");
        return trunk > 0 ? compact.substring(0, trunk) + compact.substring(trunk + 3) : compact;
    }

    /** Reads one or more numbers separated by commas, in order, each once. */
    public static List<PhoneNumber> parseAll(String text) {
        Set<PhoneNumber> numbers = new LinkedHashSet<>();
        for (String one : text.split(",", -1)) {
            if (!one.isBlank()) {
                numbers.add(parse(one.trim()));
            }
        }
        if (numbers.isEmpty()) {
            throw new MediaRejectedException(
                    "to", "at least 1", "No recipient: set the option to or the header CamelD360MediaTo.");
        }
        return new ArrayList<>(numbers);
    }
}
