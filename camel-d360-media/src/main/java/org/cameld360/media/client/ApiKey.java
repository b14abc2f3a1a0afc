package org.cameld360.media.client;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.cameld360.media.MediaRejectedException;
import org.cameld360.media.media.Digests;

/** The {@code D360-API-KEY}. It shows itself to nobody: only the header that carries it can read it. */
public final class ApiKey {

    static final String MASK = "****";

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * A key as configured, without the white space around it.
     *
     * @throws MediaRejectedException where it is blank or holds what no HTTP header may hold
     */
    public static ApiKey of(String configured) {
        String trimmed = configured.strip();
        if (trimmed.isEmpty() || !trimmed.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new MediaRejectedException(
                    "api-key",
                    "printable ASCII",
                    "The API key is empty or holds spaces, line breaks or other signs that no key has. Copy it again"
                            + " from 360dialog's console.");
        }
        return new ApiKey(trimmed);
    }

    /** The text with the key masked, wherever a server may have echoed it. */
    String maskIn(String text) {
        return text.replace(value, MASK);
    }

    /** Tells keys apart without telling them: a SHA-256, hex. */
    String fingerprint() {
        byte[] text = ("d360-media key\n" + value).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.sha256().digest(text));
    }

    String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && value.equals(key.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
