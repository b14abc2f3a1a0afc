package org.cameld360.media.it.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Keys for one purpose each. All begin and end alike, so that half of one is found too. */
final class Secrets {

    private static final String BEGIN = "NEVERSHOW";
    private static final String END = "TAIL5EA1ED";

    static final String COMPONENT = key("component");
    static final String URI_PLAIN = key("uri-plain");
    static final String URI_RAW = key("uri-raw-+%&=/;'");
    static final String URI_UNUSABLE = key("uri-with a space");
    static final String PLACEHOLDER = key("placeholder");
    static final String DYNAMIC = key("dynamic");
    static final String HEADER = key("header");
    static final String MAIN = key("main");
    static final String WRONG = key("wrong");
    static final String UNUSABLE = key("with a space");
    static final String PROXY_USER = "proxy-user";
    static final String PROXY_PASSWORD = key("proxy-password");

    /** What must be seen nowhere. */
    static final List<String> TRACES = List.of(
            BEGIN,
            END,
            Base64.getEncoder()
                    .encodeToString((PROXY_USER + ":" + PROXY_PASSWORD).getBytes(StandardCharsets.US_ASCII)));

    private Secrets() {}

    /** Those that the server lets in. */
    static String[] accepted() {
        return new String[] {COMPONENT, URI_PLAIN, URI_RAW, PLACEHOLDER, DYNAMIC, HEADER, MAIN};
    }

    private static String key(String purpose) {
        return BEGIN + "-" + purpose + "-" + END;
    }
}
