package org.cameld360.simulator.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cameld360.simulator.ApiVersion;

/**
 * What one version of the API allows.
 *
 * @param retention how long an upload can be used
 * @param recipient what {@code to} may look like
 * @param envelope the fields that a message may have beside the one named by its type
 * @param textFields the fields of a text
 * @param maxAnimatedSticker in bytes; 0 where animated stickers are not supported
 */
public record ApiRules(
        ApiVersion version,
        Duration retention,
        Pattern recipient,
        Set<String> envelope,
        Set<String> textFields,
        Map<MediaKind, KindRules> kinds,
        long maxAnimatedSticker) {

    /** Meta's page on image messages; both versions. */
    public static final int MAX_CAPTION = 1_024;

    /** Not in 360dialog's documents; the figure that clients keep to. */
    public static final int MAX_CALLBACK_DATA = 512;

    public KindRules kind(MediaKind kind) {
        KindRules rules = kinds.get(kind);
        if (rules == null) {
            throw new IllegalStateException("no rules for " + kind);
        }
        return rules;
    }
}
