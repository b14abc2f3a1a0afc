package org.cameld360.simulator.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests of this machine's programs and of the page itself from those that a web site makes a browser send: through a name of its own
 * that it points to this machine (DNS rebinding), or across origins.
 */
public final class LocalRequest {

    private static final Pattern HOST =
            Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private LocalRequest() {}

    /**
     * Whether a request with these headers may be answered.
     *
     * @param host the header, null where there is none
     * @param origin the header, null where there is none, as with programs and with most that a page gets from its own origin
     */
    public static boolean isAllowed(@Nullable String host, @Nullable String origin) {
        return host != null
                && HOST.matcher(host).matches()
                && (origin == null || origin.equalsIgnoreCase("http://" + host));
    }
}
