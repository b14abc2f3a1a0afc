package org.cameld360.media.component;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cameld360.media.media.Rejections;

/** Options that are one of a few words. */
final class Choice {

    private Choice() {}

    /**
     * The constant of that name, in any case.
     *
     * @throws IllegalArgumentException names what is allowed
     */
    static <E extends Enum<E>> E of(Class<E> type, String option, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.strip())) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "Unknown " + option + " '" + Rejections.shown(value) + "'. Allowed: " + allowed + ".");
    }
}
