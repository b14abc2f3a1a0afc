package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "49151234567",
                "+49151234567",
                "0049151234567",
                "+49 151 234-567",
                " +49 (151) 234.567 ",
                "(+49) 151 / 234567",
                "(0049) 151 234567",
                "+49\u00A0151\u202F234\u2011567",
                "+49 151 \u2013 234567",
                "\u202A+49 151 234567\u202C",
                "+49 (0)151 234567",
                "+49 ( 0 ) 151 234567",
                "0049(0)151234567"
            })
    void readsTheSameNumberHoweverItIsWritten(String text) {
        assertThat(PhoneNumber.parse(text)).isEqualTo(new PhoneNumber("49151234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "123456789012345"})
    void takes7To15Digits(String digits) {
        assertThat(PhoneNumber.parse("+" + digits).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "1234567890123456",
                "0151234567",
                "(0)151 234567",
                "+0049151234567",
                "000049151234567",
                "++49151234567",
                "49+151234567",
                "+49151234567x",
                "tel:+49151234567",
                "\u0664\u0669\u0661\u0665\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
                "+",
                "00",
                "nobody"
            })
    void refusesWhatIsNoInternationalNumber(String text) {
        assertRefused(() -> PhoneNumber.parse(text), "7 to 15 digits")
                .hasMessageContaining("is no phone number in international form")
                .hasMessageContaining("+49 151 234567");
    }

    @Test
    void showsARefusedNumberOnOneLine() {
        assertRefused(() -> PhoneNumber.parse("12\r\n34"), "7 to 15 digits").hasMessageStartingWith("'12??34' is no");
    }

    @Test
    void readsHostileTextInLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertRefused(() -> PhoneNumber.parse("9".repeat(2_000_000)), "7 to 15 digits");
            assertRefused(() -> PhoneNumber.parse("+(0)" + " (0".repeat(500_000)), "7 to 15 digits");
        });
    }

    @Test
    void readsSeveralInOrderAndEachOnce() {
        assertThat(PhoneNumber.parseAll("+49 151 234567, +1 (202) 555-0100,,0049151234567 ,"))
                .containsExactly(new PhoneNumber("49151234567"), new PhoneNumber("12025550100"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", ",", " , ,, "})
    void wantsAtLeastOne(String text) {
        assertRefused(() -> PhoneNumber.parseAll(text == null ? "" : text), "at least 1")
                .hasMessage("No recipient: set the option to or the header CamelD360MediaTo.");
    }

    @Test
    void refusesAllWhereOneIsWrong() {
        assertRefused(() -> PhoneNumber.parseAll("+49 151 234567, nobody"), "7 to 15 digits")
                .hasMessageContaining("'nobody'");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable call, String limit) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(MediaRejectedException.class, e -> {
            assertThat(e.getRule()).isEqualTo("to");
            assertThat(e.getLimit()).isEqualTo(limit);
        });
    }
}
