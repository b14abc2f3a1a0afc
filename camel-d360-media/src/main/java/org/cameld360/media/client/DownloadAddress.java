package org.cameld360.media.client;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The address that v2 gives for a download lies on Meta's host, which knows no 360dialog key. Only host and scheme are
 * swapped for those of the target; path and query stay as they are, since the query is signed.
 *
 * @see <a href="https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media">360dialog, Retrieve
 *     Media</a>
 */
final class DownloadAddress {

    private static final String META_HOST = "lookaside.fbsbx.com";
    private static final String META_PATH = "/whatsapp_business/attachments/";

    private DownloadAddress() {}

    /**
     * @throws UnusableAnswerException where the address is on a host that media does not come from: an answer can't make
     *     the key go elsewhere
     */
    static URI onTarget(ApiTarget target, @Nullable String given) throws UnusableAnswerException {
        URI address = parse(given);
        URI base = target.baseUrl();
        boolean onMeta = "https".equals(address.getScheme())
                && META_HOST.equals(address.getHost())
                && address.getPort() == -1
                && address.getRawPath().startsWith(META_PATH);
        boolean onTarget = base.getScheme().equals(address.getScheme())
                && base.getHost().equals(address.getHost())
                && base.getPort() == address.getPort();
        if (address.getRawUserInfo() != null || !(onMeta || onTarget)) {
            throw new UnusableAnswerException("it names a download address on another host than 360dialog's or Meta's");
        }
        String path = onMeta ? base.getRawPath() + address.getRawPath() : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + query);
    }

    private static URI parse(@Nullable String given) throws UnusableAnswerException {
        try {
            URI address = new URI(given == null ? "" : given.strip());
            boolean whole = address.isAbsolute() && address.getHost() != null && address.getRawPath() != null;
            if (whole
                    && address.getRawPath().startsWith("/")
                    && !address.getRawPath().startsWith("//")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // worded below; the address itself may be signed and is not shown
        }
        throw new UnusableAnswerException("it names no address to download from");
    }
}
