package org.cameld360.simulator.browser;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Colours as browsers write them. */
final class Colours {

    private static final Pattern OTHERS = Pattern.compile("[^0-9.]+");

    private Colours() {}

    static int[] rgb(String css) {
        return Arrays.stream(OTHERS.split(css))
                .filter(part -> !part.isEmpty())
                .limit(3)
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
