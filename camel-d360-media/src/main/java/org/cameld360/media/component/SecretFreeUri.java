package org.cameld360.media.component;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.camel.util.URISupport;
import org.cameld360.media.media.Digests;

/**
 * The URI that an endpoint shows: to JMX, the exchange and whoever asks. Secrets in it become fingerprints, so that
 * endpoints with different keys stay different.
 */
final class SecretFreeUri {

    private static final String[] SECRETS = {"apiKey", "proxyUsername", "proxyPassword"};

    /** Anew in each process, so that nobody can try guesses at a weak password. */
    private static final String SALT = UUID.randomUUID().toString();

    private SecretFreeUri() {}

    static String of(String uri, Map<String, Object> parameters) throws URISyntaxException {
        Map<String, Object> shown = new TreeMap<>(parameters);
        boolean secret = false;
        for (String name : SECRETS) {
            Object value = shown.get(name);
            if (value != null) {
                shown.put(name, "fingerprint-" + fingerprint(value.toString()));
                secret = true;
            }
        }
        if (!secret) {
            return uri;
        }
        int query = uri.indexOf('?');
        return (query < 0 ? uri : uri.substring(0, query)) + "?" + URISupport.createQueryString(shown);
    }

    private static String fingerprint(String value) {
        byte[] salted = (SALT + value).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.sha256().digest(salted)).substring(0, 12);
    }
}
