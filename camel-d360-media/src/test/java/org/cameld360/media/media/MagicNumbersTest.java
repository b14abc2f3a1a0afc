package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagicNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE0, image/jpeg",
        "89504E470D0A1A0A, image/png",
        "474946383761, image/gif",
        "49492A00, image/tiff",
        "4D4D002A, image/tiff",
        "424D3600, image/bmp",
        "504B0304, application/zip",
        "504B0506, application/zip",
        "D0CF11E0A1B11AE1, application/x-ole-storage",
        "2321414D522D57420A, audio/amr-wb",
        "664C614300, audio/flac",
        "49443303, audio/mpeg",
        "FFFB9064, audio/mpeg",
        "FFF39064, audio/mpeg",
        "FFFD9064, audio/mpeg",
        "FFF15080, audio/aac",
        "FFF95080, audio/aac",
        "1A45DFA3, video/webm",
        "4D5A9000, application/vnd.microsoft.portable-executable",
        "7F454C46, application/x-executable"
    })
    void recognisesTheFirstBytes(String hex, String contentType) {
        assertThat(MagicNumbers.contentType(HexFormat.of().parseHex(hex), false))
                .isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "isom,video/mp4",
                "mp42,video/mp4",
                "M4V ,video/mp4",
                "M4A ,audio/mp4",
                "M4B ,audio/mp4",
                "3gp5,video/3gpp",
                "3g2a,video/3gpp2",
                "qt  ,video/quicktime",
                "heic,image/heic",
                "heix,image/heic",
                "hevc,image/heic",
                "mif1,image/heic",
                "msf1,image/heic",
                "avif,image/avif",
                "avis,image/avif",
                "new!,video/mp4"
            })
    void tellsIsoMediaApartByBrand(String brand, String contentType) {
        byte[] head = ("\0\0\0\u0018ftyp" + brand).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MagicNumbers.contentType(head, false)).isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            nullValues = "-",
            value = {"WEBP,image/webp", "WAVE,audio/wav", "AVI ,video/x-msvideo", "CDDA,-"})
    void tellsRiffApartByForm(String form, String contentType) {
        byte[] head = ("RIFF\0\0\0\0" + form).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(MagicNumbers.contentType(head, false)).isEqualTo(contentType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000", "FFFE4100", "FEFF0041", "FFFFFFFF", "FFE00000", "FFEB9064", "FFFBF064", "FFFB9C64"})
    void leavesOtherBytesUnknown(String hex) {
        assertThat(MagicNumbers.contentType(HexFormat.of().parseHex(hex), false))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x1D, 0xFD})
    void isAnimatedOnlyWithTheAnimationFlag(int flags) {
        byte[] head = ("RIFF....WEBPVP8X" + "....").getBytes(StandardCharsets.ISO_8859_1);
        byte[] still = Arrays.copyOf(head, 21);
        still[20] = (byte) flags;
        byte[] animated = Arrays.copyOf(head, 21);
        animated[20] = (byte) (flags | 0x02);

        assertThat(MagicNumbers.isAnimatedWebp(still)).isFalse();
        assertThat(MagicNumbers.isAnimatedWebp(animated)).isTrue();
        assertThat(MagicNumbers.isAnimatedWebp(head)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RIFF", "RIFF....WEBPVP8X", "....ftyp", "OggS", "GIF8", "%PD", "\u00FF\u00FB", "PK", "#!AMR"})
    void readsHeadsThatEndAnywhere(String start) {
        byte[] head = (start + "\0\u00FF".repeat(30)).getBytes(StandardCharsets.ISO_8859_1);

        for (int length = 0; length <= head.length; length++) {
            byte[] cut = Arrays.copyOf(head, length);
            assertThat(MagicNumbers.isAnimatedWebp(cut)).isIn(true, false);
            assertThat(String.valueOf(MagicNumbers.contentType(cut, false))).isNotEmpty();
        }
    }

    @Test
    void readsAnyBytes() {
        Random random = new Random(360);
        for (int i = 0; i < 20_000; i++) {
            byte[] head = new byte[random.nextInt(64)];
            random.nextBytes(head);
            boolean text = MagicNumbers.isText(head, random.nextBoolean());
            String type = MagicNumbers.contentType(head, text);
            assertThat(type == null || type.contains("/")).isTrue();
        }
    }

    @Test
    void takesOggForOpusOnlyWithAnOpusHeadInItsFirstPacket() {
        byte[] opus = ogg(1, "OpusHead");
        byte[] manySegments = ogg(255, "OpusHead");
        byte[] vorbis = ogg(1, "\u0001vorbis");

        assertThat(MagicNumbers.contentType(opus, false)).isEqualTo("audio/ogg; codecs=opus");
        assertThat(MagicNumbers.contentType(manySegments, false)).isEqualTo("audio/ogg; codecs=opus");
        assertThat(MagicNumbers.contentType(vorbis, false)).isEqualTo("audio/ogg");
    }

    private static byte[] ogg(int segments, String packet) {
        String page = "OggS" + "\0".repeat(22) + (char) segments + "\0".repeat(segments) + packet;
        return page.getBytes(StandardCharsets.ISO_8859_1);
    }
}
