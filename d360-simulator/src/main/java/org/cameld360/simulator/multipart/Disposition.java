package org.cameld360.simulator.multipart;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part's Content-Disposition: {@code form-data} with quoted parameters.
 *
 * @param fileName null where there is none
 */
record Disposition(String name, @Nullable String fileName) {

    private static final Pattern START = Pattern.compile("form-data(?=[ \\t;]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("[ \\t]*;[ \\t]*([0-9A-Za-z*_-]+)=\"([^\"\\\\]*+(?:\\\\[\"\\\\][^\"\\\\]*+)*+)\"");

    static Disposition parse(String value) throws MalformedFormException {
        Matcher start = START.matcher(value);
        if (!start.lookingAt()) {
            throw new MalformedFormException("a part's Content-Disposition is not form-data");
        }
        Map<String, String> parameters = parameters(value, start.end());
        String name = parameters.get("name");
        if (name == null || name.isEmpty()) {
            throw new MalformedFormException("a part has no name");
        }
        // RFC 7578, section 4.2: the encoded form "filename*" must not be used.
        if (parameters.containsKey("filename*")) {
            throw new MalformedFormException("a part has a filename* parameter");
        }
        return new Disposition(name, parameters.get("filename"));
    }

    private static Map<String, String> parameters(String value, int start) throws MalformedFormException {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(value);
        int at = start;
        while (at < value.length()) {
            if (!matcher.region(at, value.length()).lookingAt()) {
                throw new MalformedFormException("a part's Content-Disposition has a parameter that is not quoted");
            }
            String text = matcher.group(2).replaceAll("\\\\([\"\\\\])", "$1");
            if (parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), text) != null) {
                throw new MalformedFormException("a part's Content-Disposition repeats a parameter");
            }
            at = matcher.end();
        }
        return parameters;
    }
}
