package org.cameld360.media.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.cameld360.media.media.MediaRules;
import org.cameld360.media.media.Rejections;

/**
 * Where a request goes and who sends it.
 *
 * @param version the generation spoken there
 * @param baseUrl absolute, without a trailing slash, query or user info
 * @param key the key, sent to the host of {@code baseUrl} and to no other
 */
public record ApiTarget(ApiVersion version, URI baseUrl, ApiKey key) {

    /** What the API at the target takes. */
    public MediaRules rules() {
        return version.rules();
    }

    /** The base URL with a path behind it, which begins with a slash and is encoded already. */
    URI at(String path) {
        return URI.create(baseUrl + path);
    }

    /**
     * Reads a configured base URL.
     *
     * @throws IllegalArgumentException says what a base URL looks like
     */
    public static URI baseUrl(String configured) {
        String trimmed = configured.strip().replaceAll("/+$", "");
        try {
            URI uri = new URI(trimmed);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            if (http
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // worded below, together with what is syntactically fine and still no base URL
        }
        throw new IllegalArgumentException("baseUrl '" + Rejections.shown(trimmed.replaceAll("//[^/]*@", "//****@"))
                + "' is no base URL. Write http or https, host, and path where there is one, such as "
                + ApiVersion.V2.publicUrl());
    }
}
