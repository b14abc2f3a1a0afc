package org.cameld360.simulator.webhook;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Who a key belongs to, as the Cloud API's webhooks name it. All is made up from the key, and stays the same for it.
 *
 * @param number digits, from the range that no telephone has
 */
public record Business(String number, String phoneNumberId, String accountId) {

    private static final BigInteger FIFTEEN_DIGITS = BigInteger.TEN.pow(15);

    public static Business of(String key) {
        BigInteger hash = new BigInteger(1, sha256(key));
        String digits = String.format("%015d", hash.mod(FIFTEEN_DIGITS));
        String others = String.format("%015d", hash.shiftRight(64).mod(FIFTEEN_DIGITS));
        return new Business("155555501" + digits.substring(0, 2), "1" + digits.substring(1), "2" + others.substring(1));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
