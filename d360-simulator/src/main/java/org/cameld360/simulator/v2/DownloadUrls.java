package org.cameld360.simulator.v2;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cameld360.simulator.call.RefusedException;
import org.cameld360.simulator.call.Rule;
import org.cameld360.simulator.rules.V2Rules;

/** Signed download addresses. The query has to come back exactly as it was given out. */
public final class DownloadUrls {

    static final String PATH = "/whatsapp_business/attachments/";

    private static final String HOST = "https://lookaside.fbsbx.com";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern QUERY =
            Pattern.compile("mid=([0-9]+)(?:&source=webhook)?&ext=([0-9]{1,12})&hash=([A-Za-z0-9_-]+)");

    private final Clock clock;
    private final SecretKeySpec secret;

    public DownloadUrls(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = new SecretKeySpec(random, ALGORITHM);
    }

    /** The address as Graph gives it: at a host that wants Meta's token, which users of 360dialog do not have. */
    String urlOf(String mediaId) {
        long expiry = clock.instant().plus(V2Rules.DOWNLOAD_URL_LIFETIME).getEpochSecond();
        return HOST + PATH + "?mid=" + mediaId + "&ext=" + expiry + "&hash=" + hash(mediaId, expiry);
    }

    /** The address as a webhook has it. */
    public String webhookUrlOf(String mediaId) {
        return urlOf(mediaId).replace("&ext=", "&source=webhook&ext=");
    }

    /** The id of the media that a query was given out for. */
    String mediaIdOf(String query) {
        Matcher parts = QUERY.matcher(query);
        if (!parts.matches() || !parts.group(3).equals(hash(parts.group(1), Long.parseLong(parts.group(2))))) {
            throw new RefusedException(Rule.DOWNLOAD_URL_WRONG, "Not Found");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(2))))) {
            throw new RefusedException(Rule.DOWNLOAD_URL_EXPIRED, "Not Found");
        }
        return parts.group(1);
    }

    private String hash(String mediaId, long expiry) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] hash = mac.doFinal((mediaId + "|" + expiry).getBytes(StandardCharsets.US_ASCII));
            return "AT" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
