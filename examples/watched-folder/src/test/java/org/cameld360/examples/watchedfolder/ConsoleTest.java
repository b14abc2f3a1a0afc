package org.cameld360.examples.watchedfolder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    @Test
    void letsNoTerminalObeyAName() {
        assertThat(Console.clean("a\n\r\t\u001b[31m\u0007\u009b\u2028b"))
                .isEqualTo("a\\u000A\\u000D\\u0009\\u001B[31m\\u0007\\u009B\\u2028b");
        assertThat(Console.clean("\u202Egpj.exe \uD800")).isEqualTo("\\u202Egpj.exe \\uD800");
    }

    @Test
    void showsWhatIsHarmlessAsItIs() {
        String name = "Grüße 👨‍👩‍👧 \"q\" ${x} \\ שלום.jpg";
        assertThat(Console.clean(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "16693, 16.7 kB", "64000000, 64.0 MB"})
    void countsBytesInThousands(long bytes, String shown) {
        assertThat(Console.size(bytes)).isEqualTo(shown);
    }
}
