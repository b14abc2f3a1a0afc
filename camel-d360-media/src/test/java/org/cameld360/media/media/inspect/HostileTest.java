package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.media.media.inspect.Bytes.box;

import java.util.Arrays;
import java.util.stream.Stream;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that lie, to make a reader loop, allocate or recurse. Each ends at once, as unknown or as damaged. */
@Timeout(5)
class HostileTest {

    private static final int MILLION = 1_000_000;
    private static final String TOO_INTRICATE =
            "made of more parts than are looked at, which no recorder or converter does";

    static Stream<Arguments> intricate() {
        Bytes ftyp = IsoMediaTest.ftyp("isom");
        Bytes webm = MatroskaTest.header("webm");
        return Stream.of(
                Arguments.of("a million empty boxes", ftyp(repeat("00000008 66726565"))),
                Arguments.of(
                        "a million empty boxes behind all that is needed",
                        bytes(
                                ftyp,
                                IsoMediaTest.moov(IsoMediaTest.picture("avc1")),
                                box("mdat", new Bytes().zeros(9)),
                                repeat("00000008 66726565"))),
                Arguments.of(
                        "a million empty boxes in the index",
                        bytes(ftyp, new Bytes().u32(8 + 8 * MILLION).add("moov"), repeat("00000008 66726565"))),
                Arguments.of(
                        "a million tracks",
                        bytes(ftyp, new Bytes().u32(8 + 8 * MILLION).add("moov"), repeat("00000008 7472616B"))),
                Arguments.of("a million elements", bytes(webm, repeat("EC80"))),
                Arguments.of(
                        "a million elements in the segment",
                        bytes(webm, Bytes.hex("18538067 01FFFFFFFFFFFFFF"), repeat("EC80"))),
                Arguments.of(
                        "a million tracks of WebM",
                        bytes(webm, Bytes.hex("18538067 01FFFFFFFFFFFFFF 1654AE6B 01FFFFFFFFFFFFFF"), repeat("AE80"))),
                Arguments.of("a million first pages of Ogg", repeat(OggTest.page(2, 0, 1, Bytes.of("x")), 300_000)),
                Arguments.of("a million segments of JPEG", bytes(Bytes.hex("FFD8"), repeat("FFE00002"))),
                Arguments.of("a million markers of JPEG", bytes(Bytes.hex("FFD8"), repeat("FF01"))),
                Arguments.of("a million fill bytes of JPEG", bytes(Bytes.hex("FFD8"), repeat("FFFF"))),
                Arguments.of(
                        "a million extensions of GIF", bytes(Bytes.of("GIF89a").zeros(7), repeat("21FE00"))),
                Arguments.of(
                        "a million chunks of PNG",
                        bytes(
                                new Bytes().add(Arrays.copyOf(Samples.bytes("photo.png"), 33)),
                                repeat("00000000 74455874 00000000"))),
                Arguments.of(
                        "a million chunks of WAVE", bytes(Bytes.of("RIFF\0\0\0\0WAVE"), repeat("4A554E4B 00000000"))),
                Arguments.of(
                        "a million chunks of AVI",
                        bytes(
                                Bytes.of("RIFF\0\0\0\0AVI LIST\u00FF\u00FF\u00FF\u007Fhdrl"),
                                repeat("4A554E4B 00000000"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("intricate")
    void looksAtNoMoreThanItsShare(String name, Bytes bytes) {
        Inspection found = Look.at(bytes);

        assertThat(found.contentType()).isNotNull();
        assertThat(found.damage()).isEqualTo(TOO_INTRICATE);
    }

    @Test
    void readsNoMoreOfALargeGifThanItsShare() {
        Bytes gif = bytes(Bytes.of("GIF89a").zeros(7), Bytes.hex("21FE"), repeat("0101"));

        assertThat(Look.at(gif).contentType()).isEqualTo("image/gif");
        assertThat(Look.at(gif).damage()).isNull();
    }

    @Test
    void isNotDrawnIntoBoxesWithinBoxes() {
        Bytes nest = new Bytes();
        for (int i = MILLION; i > 0; i--) {
            nest.u32(8L * i).add("moov");
        }

        assertThat(Look.at(IsoMediaTest.ftyp("isom").add(nest)).damage()).startsWith("cut off: ");
    }

    @Test
    void isNotDrawnIntoElementsWithinElements() {
        Bytes nest = repeat("18538067 01FFFFFFFFFFFFFF");

        assertThat(Look.at(MatroskaTest.header("webm").add(nest)).damage())
                .isEqualTo("damaged: it doesn't say what its tracks are");
    }

    static Stream<Arguments> lying() {
        Bytes ftyp = IsoMediaTest.ftyp("isom");
        Bytes webm = MatroskaTest.header("webm");
        return Stream.of(
                Arguments.of(
                        "a box of 2^63 bytes",
                        bytes(
                                ftyp,
                                new Bytes()
                                        .u32(1)
                                        .add("mdat")
                                        .u64(Long.MAX_VALUE)
                                        .zeros(50))),
                Arguments.of(
                        "a box of 2^64 bytes",
                        bytes(ftyp, new Bytes().u32(1).add("mdat").u64(-1).zeros(50))),
                Arguments.of(
                        "a box of 8 bytes whose header has 16",
                        bytes(ftyp, new Bytes().u32(1).add("mdat").u64(8).zeros(50))),
                Arguments.of(
                        "a box of no bytes",
                        bytes(ftyp, new Bytes().u32(1).add("free").u64(0).zeros(50))),
                Arguments.of(
                        "an index of 2^63 bytes",
                        bytes(
                                ftyp,
                                new Bytes()
                                        .u32(1)
                                        .add("moov")
                                        .u64(Long.MAX_VALUE)
                                        .add(IsoMediaTest.picture("avc1")))),
                Arguments.of(
                        "a box larger than the one around it",
                        bytes(
                                ftyp,
                                box(
                                        "moov",
                                        new Bytes().u32(5000).add("trak").u32(4).add("mdia")),
                                box("mdat", new Bytes().zeros(9000)))),
                Arguments.of("an index of zeros", bytes(ftyp, box("moov", new Bytes().zeros(5000)))),
                Arguments.of(
                        "an element past the end",
                        bytes(
                                webm,
                                new Bytes()
                                        .add(Bytes.hex("18538067 01000000000000FF 1654AE6B 01000000FFFFFFFF AE FF")))),
                Arguments.of(
                        "an element of 2^56 bytes",
                        bytes(webm, Bytes.hex("18538067 01FFFFFFFFFFFFFE 1654AE6B 01FFFFFFFFFFFFFE 00"))),
                Arguments.of(
                        "a page that is longer than the file",
                        OggTest.page(2, 0, 1, Bytes.of("OpusHead\u0001\u0001").zeros(9))
                                .add(Bytes.of("OggS").zeros(22).u8(255).zeros(20))),
                Arguments.of("pages without an end", repeat(OggTest.page(0, 0, 1, Bytes.of("x")), 100_000)),
                Arguments.of(
                        "a segment of JPEG past the end",
                        Bytes.hex("FFD8 FFE0 FFFF").zeros(100)),
                Arguments.of(
                        "a chunk of PNG past the end",
                        bytes(
                                new Bytes().add(Arrays.copyOf(Samples.bytes("photo.png"), 33)),
                                new Bytes().u32(0xFFFFFFFFL).add("IDAT"))),
                Arguments.of(
                        "a WebP longer than the file",
                        Bytes.of("RIFF\u00FF\u00FF\u00FF\u007FWEBPVP8X\n\0\0\0").zeros(10)),
                Arguments.of(
                        "a directory of TIFF past the end",
                        Bytes.of("II*\0").u32le(0xFFFFFFF0L).zeros(100)),
                Arguments.of(
                        "a tag longer than the file",
                        Bytes.of("ID3\u0004\0\0\u007F\u007F\u007F\u007F").zeros(100)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lying")
    void findsLiesDamaged(String name, Bytes bytes) {
        Inspection found = Look.at(bytes);

        assertThat(found.contentType()).isNotNull();
        assertThat(found.damage()).isNotNull();
    }

    static Stream<Arguments> harmless() {
        Bytes cyclic = new Bytes().add(DocumentsTest.ole2(1, "Nothing"));
        byte[] sector = DocumentsTest.ole2(1, "Nothing");
        sector[512 + 4] = 1; // the directory goes on in its own sector
        byte[] node = DocumentsTest.ole2(1, "Nothing");
        node[1024 + 2 * 128 + 68] = 2; // an entry is its own neighbour
        return Stream.of(
                Arguments.of("a directory as it should be", cyclic),
                Arguments.of("a directory that goes on in itself", new Bytes().add(sector)),
                Arguments.of("an entry beside itself", new Bytes().add(node)),
                Arguments.of(
                        "a list of entries that leads back to itself",
                        Bytes.of("PK\u0003\u0004")
                                .zeros(26)
                                .add("PK\u0001\u0002")
                                .zeros(42)
                                .add("PK\u0005\u0006")
                                .zeros(12)
                                .u32le(30)
                                .zeros(2)),
                Arguments.of(
                        "a list of entries past the end",
                        Bytes.of("PK\u0003\u0004")
                                .zeros(26)
                                .add("PK\u0005\u0006")
                                .zeros(12)
                                .u32le(0xFFFFFFF0L)
                                .zeros(2)),
                Arguments.of(
                        "a million entries",
                        Bytes.of("PK\u0003\u0004")
                                .zeros(26)
                                .add(repeat(Bytes.of("PK\u0001\u0002").zeros(42), 30_000))
                                .add("PK\u0005\u0006")
                                .zeros(12)
                                .u32le(30)
                                .zeros(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void givesUpOnDirectoriesWithoutAnEnd(String name, Bytes bytes) {
        assertThat(Look.at(bytes).contentType()).isIn("application/x-ole-storage", "application/zip");
    }

    @Test
    void isNotHeldUpByMarkup() {
        assertThat(Look.at(Bytes.of("<!--".repeat(MILLION))).contentType()).isNull();
        assertThat(Look.at(Bytes.of("<!-- ->".repeat(MILLION))).contentType()).isNull();
        assertThat(Look.at(Bytes.of("<? >".repeat(MILLION))).contentType()).isNull();
        assertThat(Look.at(Bytes.of("<!---->".repeat(MILLION) + "<html>")).contentType())
                .isNull();
        assertThat(Look.at(Bytes.of(" ".repeat(MILLION) + "<html>")).contentType())
                .isNull();
    }

    @Test
    void isNotHeldUpByBrackets() {
        assertThat(Look.at(Bytes.of("[".repeat(MILLION))).contentType()).isEqualTo("application/json");
        assertThat(Look.at(Bytes.of("{\"a\":".repeat(MILLION))).contentType()).isEqualTo("application/json");
    }

    private static Bytes ftyp(Bytes rest) {
        return bytes(IsoMediaTest.ftyp("isom"), rest);
    }

    private static Bytes bytes(Bytes... parts) {
        Bytes all = new Bytes();
        for (Bytes part : parts) {
            all.add(part);
        }
        return all;
    }

    private static Bytes repeat(String hex) {
        return repeat(Bytes.hex(hex), MILLION);
    }

    private static Bytes repeat(Bytes bytes, int times) {
        byte[] once = bytes.array();
        byte[] all = new byte[once.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(once, 0, all, i * once.length, once.length);
        }
        return new Bytes().add(all);
    }
}
