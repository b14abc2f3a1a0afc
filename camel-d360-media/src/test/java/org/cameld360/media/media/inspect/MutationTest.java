package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the samples, they are read to an end, within the budget. */
@Timeout(60)
class MutationTest {

    private static final int HEADERS = 5_000;

    static Iterable<String> samples() {
        return Stream.concat(Samples.names().stream(), Samples.moreNames().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEveryPrefix(String sample) {
        byte[] bytes = Samples.bytes(sample);

        for (int length = 1; length <= bytes.length; length += length < HEADERS ? 1 : 509) {
            Inspection found = Look.at(Arrays.copyOf(bytes, length));
            assertThat(found.size()).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhateverBytesAreChanged(String sample) {
        byte[] bytes = Samples.bytes(sample);
        Random random = new Random(360);

        for (int i = 0; i < 1_000; i++) {
            byte[] changed = bytes.clone();
            for (int j = random.nextInt(8); j >= 0; j--) {
                int at = random.nextInt(random.nextBoolean() ? Math.min(HEADERS, changed.length) : changed.length);
                changed[at] = (byte)
                        (random.nextInt(4) == 0 ? INTERESTING[random.nextInt(INTERESTING.length)] : random.nextInt());
            }
            assertThat(Look.at(changed).size()).isEqualTo(changed.length);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhateverIsMovedLeftOutOrRepeated(String sample) {
        byte[] bytes = Samples.bytes(sample);
        Random random = new Random(360);

        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(Math.min(HEADERS, bytes.length));
            int length = random.nextInt(bytes.length - from);
            int to = random.nextInt(bytes.length - length);
            byte[] changed = bytes.clone();
            System.arraycopy(bytes, from, changed, to, length);
            assertThat(Look.at(changed).size()).isEqualTo(changed.length);
        }
    }

    @Test
    void readsAnyBytesBehindAnySign() {
        Random random = new Random(360);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            byte[] sign = Bytes.of(SIGNS[random.nextInt(SIGNS.length)]).array();
            System.arraycopy(sign, 0, bytes, 0, Math.min(sign.length, bytes.length));
            assertThat(Look.at(bytes).size()).isEqualTo(bytes.length);
        }
    }

    private static final int[] INTERESTING = {0, 1, 2, 7, 8, 0x7F, 0x80, 0xFE, 0xFF};

    private static final String[] SIGNS = {
        "",
        "\u00FF\u00D8\u00FF",
        "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR",
        "GIF89a",
        "RIFF\0\0\0\0WEBPVP8X",
        "RIFF\0\0\0\0WAVEfmt ",
        "RIFF\0\0\0\0AVI LIST\0\1\0\0hdrl",
        "\0\0\0\u0010ftypisom\0\0\0\0\0\0\0\u00FFmoov",
        "\0\0\0\u0010ftypheic\0\0\0\0\0\0\0\u00FFmeta",
        "OggS\0\2",
        "ID3\3\0\0\0\0\0\5",
        "\u00FF\u00FB",
        "\u00FF\u00F1",
        "#!AMR\n",
        "fLaC\0\0\0\42",
        "\u001AE\u00DF\u00A3\u0084B\u0082\u0081x\u0018S\u0080g",
        "PK\3\4",
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
        "II*\0\u0008\0\0\0",
        "MM\0*\0\0\0\u0008",
        "BM",
        "MZ",
        "%PDF-",
        "<svg",
        "{\""
    };
}
