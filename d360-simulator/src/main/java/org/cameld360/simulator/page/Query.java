package org.cameld360.simulator.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters behind the question mark. */
final class Query {

    private final Map<String, String> values = new HashMap<>();

    private Query() {}

    static Query parse(String query) {
        Query parsed = new Query();
        for (String pair : query.split("&", -1)) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                parsed.values.put(decode(pair.substring(0, mark)), decode(pair.substring(mark + 1)));
            }
        }
        return parsed;
    }

    /** Empty where it is absent or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** The default where it is absent; never beyond the bounds. */
    long number(String name, long absent, long atMost) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return absent;
        }
        if (!text.get().matches("[0-9]{1,18}")) {
            throw new PageException(400, name + " must be a whole number");
        }
        return Math.min(Long.parseLong(text.get()), atMost);
    }

    boolean flag(String name) {
        return "true".equals(values.get(name));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new PageException(400, "the query is not well-formed: " + e.getMessage());
        }
    }
}
