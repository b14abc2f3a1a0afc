package org.cameld360.simulator.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a message can carry; the wire name is the same in lower case. */
public enum MediaKind {
    AUDIO,
    DOCUMENT,
    IMAGE,
    STICKER,
    VIDEO;

    public static Optional<MediaKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
