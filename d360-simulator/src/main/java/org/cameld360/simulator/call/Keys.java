package org.cameld360.simulator.call;

import java.util.Set;

/** The keys that are let in. A key stands for one number, which owns what is uploaded with it. */
public final class Keys {

    /** Its name is case-insensitive, as every header's is. */
    public static final String HEADER = "D360-API-KEY";

    private final Set<String> known;

    public Keys(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** The key that a call was made with. */
    public String ownerOf(Call call) {
        String key = call.header(HEADER)
                .orElseThrow(() -> new RefusedException(Rule.KEY_MISSING, "one " + HEADER + " header is needed"));
        if (!known.contains(key)) {
            throw new RefusedException(Rule.KEY_WRONG, "the key is not known");
        }
        return key;
    }
}
