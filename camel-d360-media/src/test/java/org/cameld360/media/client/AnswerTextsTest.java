package org.cameld360.media.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTextsTest {

    private static final ApiKey KEY = ApiKey.of("k3y");

    @Test
    void masksTheKeyAndLeavesAddressesOut() {
        assertThat(AnswerTexts.clean(
                        "The key k3y may not GET HTTPS://lookaside.fbsbx.com/x?hash=1 or '/y?a=1&hash=2'", KEY))
                .isEqualTo("The key **** may not GET [url] or '/y?[query]'");
    }

    @Test
    void isOneShortLine() {
        assertThat(AnswerTexts.clean("one\r\n\ttwo\u0007\u202e\u2028three", KEY))
                .isEqualTo("one two three");
        assertThat(AnswerTexts.clean("x".repeat(2_000), KEY)).hasSize(1_000).endsWith("...");
        assertThat(AnswerTexts.clean("x".repeat(996) + "\uD83D\uDE00 and more", KEY))
                .isEqualTo("x".repeat(996) + "...");
        assertThat(AnswerTexts.clean("\u0000\n", KEY)).isNull();
        assertThat(AnswerTexts.clean(null, KEY)).isNull();
    }

    @Test
    void aMegabyteOfWordsCostsNothing() {
        for (String hostile : new String[] {"?".repeat(1_000_000), "https:".repeat(200_000), "\n".repeat(1_000_000)}) {
            assertTimeout(Duration.ofSeconds(2), () -> AnswerTexts.clean(hostile, KEY));
        }
    }
}
