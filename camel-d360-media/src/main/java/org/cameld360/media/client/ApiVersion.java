package org.cameld360.media.client;

import java.net.URI;
import java.util.Locale;
import org.cameld360.media.media.MediaRules;

/** The two generations of 360dialog's API. */
public enum ApiVersion {
    /** The On-Premises generation; 360dialog retired its public host on 2025-10-23. */
    V1("https://waba.360dialog.io/v1"),
    /** The Cloud generation, which 360dialog's numbers speak today. */
    V2("https://waba-v2.360dialog.io");

    private final URI publicUrl;

    ApiVersion(String publicUrl) {
        this.publicUrl = URI.create(publicUrl);
    }

    /** Where 360dialog itself offers this generation. */
    public URI publicUrl() {
        return publicUrl;
    }

    /** What this generation takes. */
    public MediaRules rules() {
        return switch (this) {
            case V1 -> MediaRules.V1;
            case V2 -> MediaRules.V2;
        };
    }

    /**
     * How many uploads a second 360dialog takes for one number. On v1 it is the limit of every request that sends no
     * message.
     */
    public int uploadsPerSecond() {
        return switch (this) {
            case V1 -> 20;
            case V2 -> 25;
        };
    }

    /** The name in options: {@code v1} or {@code v2}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
