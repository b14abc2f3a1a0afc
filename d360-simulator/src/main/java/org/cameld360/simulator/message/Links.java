package org.cameld360.simulator.message;

import java.net.URI;
import java.net.URISyntaxException;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;

/** Only http and https links can be sent. Whether anything is there is found out after the answer, by the real API too. */
final class Links {

    private Links() {}

    static void check(String parameter, String link) {
        if (!isHttp(link)) {
            throw new RefusedException(Rule.LINK_WRONG, "Param " + parameter + " is not a valid URI.");
        }
    }

    private static boolean isHttp(String link) {
        try {
            URI uri = new URI(link);
            String scheme = uri.getScheme();
            return uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
