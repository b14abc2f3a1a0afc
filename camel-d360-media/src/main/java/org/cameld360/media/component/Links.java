package org.cameld360.media.component;

import java.net.URI;
import java.net.URISyntaxException;
import org.cameld360.media.media.Rejections;

/** Links that WhatsApp can fetch. */
final class Links {

    private Links() {}

    /** @throws org.cameld360.media.MediaRejectedException without showing the link, which may be signed */
    static URI parse(String link) {
        try {
            URI uri = new URI(link.strip());
            boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // worded below; a link may be signed and is not shown
        }
        throw Rejections.of(
                "link",
                "The link is no address that WhatsApp can fetch. Write an http or https URL that needs no login, with"
                        + " spaces and the like percent-encoded.",
                null);
    }
}
