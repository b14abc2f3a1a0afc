package org.cameld360.media.client;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The API's own codes, by what follows from them. Cloud: Meta's error code page. On-Premises: the code list of the
 * WhatsApp Business client, whose numbers do not overlap with Cloud's.
 */
final class ErrorCodes {

    /** Cloud: 4, 80007, 130429, 131048, 131056; On-Premises: 429, 471, 1015. */
    private static final Set<Integer> RATE_LIMITS = Set.of(4, 80007, 130429, 131048, 131056, 429, 471, 1015);

    private static final int PAIR_LIMIT = 131056;

    /** Of those, the spam limits last much longer than any retry. */
    private static final Set<Integer> SPAM_LIMITS = Set.of(131048, 471);

    /** Refusals for now. Cloud: 2, 131016, 131057, 133004; On-Premises: 1011, 1014, 1016, 1017, 1018, 1023. */
    private static final Set<Integer> FOR_NOW = Set.of(2, 131016, 131057, 133004, 1011, 1014, 1016, 1017, 1018, 1023);

    /** "Unknown error": Cloud 131000 and 1, On-Premises 500 and 1000. */
    private static final Set<Integer> UNKNOWN = Set.of(131000, 1, 500, 1000);

    private static final Set<Integer> AUTHENTICATION = Set.of(0, 190, 1005);

    /**
     * Refusals for good that may come with a status of 500 or more: Meta pairs 3 and 131045 with 500. Cloud's 132xxx, about
     * templates, and 200 to 299, about permissions, are told by their range.
     */
    private static final Set<Integer> FOR_GOOD = Set.of(
            3, 10, 33, 100, 368, 130403, 130472, 130497, 131005, 131008, 131009, 131021, 131026, 131031, 131037, 131042,
            131045, 131047, 131049, 131050, 131051, 131052, 131053, 133010, 470, 472, 480, 501, 1001, 1002, 1004, 1006,
            1007, 1008, 1009, 1010, 1013, 1021, 1022, 1024, 1025, 1026, 1028, 1031);

    private ErrorCodes() {}

    static boolean isRateLimit(@Nullable Integer code) {
        return code != null && RATE_LIMITS.contains(code);
    }

    static boolean isSpamLimit(@Nullable Integer code) {
        return code != null && SPAM_LIMITS.contains(code);
    }

    /** Too many messages to one recipient: others may go on. */
    static boolean isPairLimit(@Nullable Integer code) {
        return code != null && code == PAIR_LIMIT;
    }

    static boolean isForNow(@Nullable Integer code) {
        return code != null && FOR_NOW.contains(code);
    }

    static boolean isUnknown(@Nullable Integer code) {
        return code != null && UNKNOWN.contains(code);
    }

    static boolean isAuthentication(@Nullable Integer code) {
        return code != null && AUTHENTICATION.contains(code);
    }

    static boolean isForGood(@Nullable Integer code) {
        return code != null
                && (FOR_GOOD.contains(code) || (code >= 200 && code <= 299) || (code >= 132000 && code <= 132999));
    }
}
