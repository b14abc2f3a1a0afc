package org.cameld360.simulator.media;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type. Of its parameters only {@code codecs} makes a difference to the API.
 *
 * @param base type and subtype in lower case
 * @param codecs empty where there is no such parameter
 */
public record ContentType(String base, String codecs) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern BASE = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(" + TOKEN + ")=(?:\"([^\"\\\\\\p{Cntrl}]*)\"|(" + TOKEN + "))\\s*");

    public static ContentType of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a media type: " + text));
    }

    /** Empty where the text is no media type by RFC 9110, section 8.3.1. */
    public static Optional<ContentType> parse(String text) {
        Matcher base = BASE.matcher(text);
        if (!base.lookingAt()) {
            return Optional.empty();
        }
        String codecs = "";
        int end = base.end();
        Matcher parameter = PARAMETER.matcher(text);
        while (end < text.length()) {
            if (!parameter.region(end, text.length()).lookingAt()) {
                return Optional.empty();
            }
            if (parameter.group(1).equalsIgnoreCase("codecs")) {
                String quoted = parameter.group(2);
                codecs = quoted == null ? parameter.group(3) : quoted;
            }
            end = parameter.end();
        }
        return Optional.of(new ContentType(base.group(1).toLowerCase(Locale.ROOT), codecs.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return codecs.isEmpty() ? base : base + "; codecs=" + codecs;
    }
}
