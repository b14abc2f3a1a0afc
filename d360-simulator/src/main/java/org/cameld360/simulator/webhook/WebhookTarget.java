package org.cameld360.simulator.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.Map;

/**
 * Where webhooks go.
 *
 * @param headers that each has beside the usual ones; they may be secret
 */
public record WebhookTarget(URI url, Map<String, String> headers) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * A target, checked.
     *
     * @throws IllegalArgumentException with a message for the user where nothing could be sent there; values of headers are not in it
     */
    public static WebhookTarget of(String url, Map<String, String> headers) {
        URI uri = parse(url);
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("the url must be an absolute http or https URL");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("the port of the url must be from 1 to " + HIGHEST_PORT);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach((name, value) -> {
            try {
                request.header(name, value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the header " + name + " cannot be sent", e);
            }
        });
        return new WebhookTarget(uri, Map.copyOf(headers));
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the url is not well-formed", e);
        }
    }

    /** The path may be a secret too. */
    @Override
    public String toString() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + "/…";
    }
}
