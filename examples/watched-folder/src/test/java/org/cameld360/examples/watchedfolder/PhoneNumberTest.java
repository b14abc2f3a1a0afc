package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+49 151 234-567, 49151234567",
        "0049151234567, 49151234567",
        "00 49 (151) 23.45/67, 491512345 67",
        "4915112345678, 4915112345678",
        "+6834000, 6834000",
        "+1 555 010 0199, 15550100199",
    })
    void readsNumbersAsPeopleWriteThem(String name, String digits) {
        assertThat(PhoneNumber.of(name)).hasValue(digits.replace(" ", ""));
        assertThat(PhoneNumber.isBroken(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holiday",
                "2026",
                "20261123",
                "2026-11-23",
                "Room 4915112345678",
                "49 151 1234567",
                "",
                "+",
                "٤٩١٥١١٢٣٤٥٦٧٨"
            })
    void takesOtherNamesForNames(String name) {
        assertThat(PhoneNumber.of(name)).isEmpty();
        assertThat(PhoneNumber.isBroken(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01511234567",
                "0151 123-4567",
                "+0151 1234567",
                "+49",
                "00491234567890123456",
                "+1234567890123456"
            })
    void knowsNumbersThatReachNobody(String name) {
        assertThat(PhoneNumber.of(name)).isEmpty();
        assertThat(PhoneNumber.isBroken(name)).isTrue();
    }
}
