package org.cameld360.media.it.secrecy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Where one of the secrets was seen, in plain or as it is encoded somewhere. */
final class Findings {

    private static final int AROUND = 120;

    private final List<String> secrets;
    private final Set<String> found = new LinkedHashSet<>();
    private final Map<String, Integer> looked = new TreeMap<>();

    Findings(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    synchronized void look(String where, Object shown) {
        String text = CamelItself.leftOut(where, Objects.toString(Objects.toString(shown), ""));
        looked.merge(where, 1, Integer::sum);
        for (String secret : secrets) {
            int at = text.indexOf(secret);
            if (at >= 0) {
                int begin = Math.max(0, at - AROUND);
                int end = Math.min(text.length(), at + secret.length() + AROUND);
                found.add(where + ": ..." + text.substring(begin, end) + "...");
            }
        }
    }

    /** How many texts were searched at places whose name begins like that. */
    synchronized int looked(String place) {
        return looked.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(place))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    synchronized List<String> found() {
        return new ArrayList<>(found);
    }
}
