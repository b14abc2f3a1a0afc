package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.CRC32;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Picture.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images built by hand. */
class ImagesTest {

    private static final Bytes SCAN = Bytes.hex("FFDA 0008 01 01 00 00 3F 00");
    private static final Bytes PIXELS = Bytes.hex("12 FF00 34");
    private static final Bytes END_OF_IMAGE = Bytes.hex("FFD9");

    @ParameterizedTest
    @CsvSource({
        "C0, 8, 1, GREY",
        "C0, 8, 3, RGB",
        "C2, 8, 3, RGB",
        "C0, 8, 4, CMYK",
        "C1, 12, 3, RGB",
        "C9, 8, 3, RGB",
        "C0, 8, 2, UNKNOWN"
    })
    void tellsTheColoursOfJpegByTheNumberOfComponents(String frame, int bits, int components, Colour colour) {
        Bytes jpeg = Bytes.hex("FFD8 FFE0 0004 4A46")
                .add(frame(frame, bits, components))
                .add(SCAN)
                .add(PIXELS)
                .add(END_OF_IMAGE);

        assertThat(picture(jpeg, "image/jpeg")).isEqualTo(new Picture(320, 200, bits, colour, false));
        assertThat(Look.at(jpeg).damage()).isNull();
    }

    @Test
    void skipsFillBytesAndWhatStandsBetweenTheSegmentsOfJpeg() {
        Bytes jpeg = Bytes.hex("FFD8 FFFFFF01 0000 FF00")
                .add(frame("C0", 8, 3))
                .add(SCAN)
                .add(END_OF_IMAGE);

        assertThat(picture(jpeg, "image/jpeg").width()).isEqualTo(320);
    }

    @Test
    void doesNotTakeTheTablesOfJpegForItsSize() {
        Bytes jpeg = Bytes.hex("FFD8 FFC4 0009 00 0102030405 06")
                .add(frame("C0", 8, 3))
                .add(SCAN)
                .add(END_OF_IMAGE);

        assertThat(picture(jpeg, "image/jpeg").height()).isEqualTo(200);
    }

    @Test
    void findsTheEndOfJpegThoughAFilmOrZerosFollowIt() {
        Bytes photo =
                Bytes.hex("FFD8").add(frame("C0", 8, 3)).add(SCAN).add(PIXELS).add(END_OF_IMAGE);

        assertThat(Look.at(photo.zeros(300_000)).damage()).isNull();
    }

    @Test
    void saysThatJpegIsCutOff() {
        Bytes jpeg = Bytes.hex("FFD8").add(frame("C0", 8, 3)).add(SCAN).add(PIXELS);

        assertThat(Look.at(jpeg).damage()).isEqualTo("cut off: the end of the picture is missing");
        assertThat(Look.at(jpeg.zeros(2_000_000)).damage()).isEqualTo("cut off: the end of the picture is missing");
        assertThat(Look.at(Bytes.hex("FFD8FFE0 FFFF 00")).damage()).startsWith("cut off: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FFD8 FFE0 0001", "FFD8 FFD9", "FFD8 FFDA 0002 FFD9", "FFD8 FFC0 000B 08 0001 0000 01 000000"})
    void saysThatJpegIsDamaged(String hex) {
        assertThat(Look.at(Bytes.hex(hex)).damage()).startsWith("damaged: ");
        assertThat(Look.at(Bytes.hex(hex)).contentType()).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, GREY",
        "16, 0, GREY",
        "8, 2, RGB",
        "16, 2, RGB",
        "4, 3, PALETTE",
        "8, 4, GREY_ALPHA",
        "8, 6, RGBA",
        "8, 5, UNKNOWN"
    })
    void tellsBitDepthAndColourOfPng(int bits, int type, Colour colour) {
        Bytes png = png(640, 480, bits, type).add(IDAT).add(IEND);

        assertThat(picture(png, "image/png")).isEqualTo(new Picture(640, 480, bits, colour, false));
        assertThat(Look.at(png).damage()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void takesPngOfMoreThanOneFrameForAnimated(int frames, boolean animated) {
        Bytes control = pngChunk("acTL", new Bytes().u32(frames).u32(0));
        Bytes png = png(640, 480, 8, 6).add(control).add(IDAT).add(IEND);

        assertThat(Look.at(png).animated()).isEqualTo(animated);
    }

    @Test
    void saysThatPngIsCutOff() {
        Bytes png = png(640, 480, 8, 6).add(IDAT);

        assertThat(Look.at(png).damage()).startsWith("cut off: ");
        assertThat(Look.at(png(640, 480, 8, 6).u32(70_000).add("IDAT").zeros(100))
                        .damage())
                .isEqualTo("cut off: the end of the picture is missing");
        assertThat(Look.at(Bytes.of("\u0089PNG\r\n\u001A\n")).damage()).startsWith("cut off: ");
    }

    @Test
    void saysThatTheHeaderOfPngLies() {
        byte[] flipped = png(640, 480, 8, 6).add(IDAT).add(IEND).array();
        flipped[18] ^= 1;

        assertThat(Look.at(flipped).damage()).isEqualTo("damaged: the checksum of its header is wrong");
        assertThat(Look.at(png(0, 480, 8, 6).add(IDAT).add(IEND)).damage())
                .isEqualTo("damaged: its header gives it an impossible size");
        assertThat(Look.at(png(1, 0xFFFFFFFFL, 8, 6).add(IDAT).add(IEND)).damage())
                .isEqualTo("damaged: its header gives it an impossible size");
        assertThat(Look.at(png(1, 1, 8, 6).add(IEND)).damage()).isEqualTo("damaged: it holds no picture");
    }

    @Test
    void readsPngToItsEndWhereSomethingFollowsIt() {
        assertThat(Look.at(png(640, 480, 8, 6).add(IDAT).add(IEND).add("trailer"))
                        .damage())
                .isNull();
    }

    @Test
    void takesGifForAnimatedOnlyWithASecondImage() {
        Bytes head = Bytes.of("GIF89a").u16le(10).u16le(20).u8(0x80).zeros(2).zeros(6);
        Bytes image = Bytes.of(",").zeros(9).u8(8).u8(3).zeros(3).u8(0);
        Bytes comment = Bytes.hex("21FE").u8(2).add("hi").u8(0);
        byte[] still = new Bytes().add(head).add(comment).add(image).add(";").array();
        byte[] two = new Bytes()
                .add(head)
                .add(image)
                .add(comment)
                .add(image)
                .add(";")
                .array();

        assertThat(Look.at(still).picture()).isEqualTo(new Picture(10, 20, 8, Colour.PALETTE, false));
        assertThat(Look.at(two).picture()).isEqualTo(new Picture(10, 20, 8, Colour.PALETTE, true));
        assertThat(Look.at(new Bytes().add(head).add(image)).damage()).startsWith("cut off: ");
        assertThat(Look.at(new Bytes().add(head).add("!")).damage()).startsWith("cut off: ");
        assertThat(Look.at(new Bytes().add(head).add("?")).damage()).startsWith("damaged: ");
    }

    @Test
    void readsTheThreeKindsOfWebP() {
        Bytes lossy = Bytes.hex("500000 9D012A").u16le(511).u16le(100);
        Bytes lossless = Bytes.hex("2F").u32le(511 - 1 | 99 << 14 | 1 << 28);
        Bytes extended = new Bytes().u32le(0x12).u24le(511).u24le(99);

        assertThat(picture(Bytes.riff("WEBP", Bytes.chunk("VP8 ", lossy)), "image/webp"))
                .isEqualTo(new Picture(511, 100, 8, Colour.RGB, false));
        assertThat(picture(Bytes.riff("WEBP", Bytes.chunk("VP8L", lossless)), "image/webp"))
                .isEqualTo(new Picture(511, 100, 8, Colour.RGBA, false));
        assertThat(picture(Bytes.riff("WEBP", Bytes.chunk("VP8X", extended)), "image/webp"))
                .isEqualTo(new Picture(512, 100, 8, Colour.RGBA, true));
    }

    @Test
    void saysThatWebPIsDamaged() {
        Bytes extended = new Bytes().u32le(0).u24le(511).u24le(99);
        byte[] whole = Bytes.riff("WEBP", Bytes.chunk("VP8X", extended), Bytes.chunk("VP8 ", new Bytes().zeros(50)))
                .array();

        assertThat(Look.at(java.util.Arrays.copyOf(whole, 60)).damage())
                .isEqualTo("cut off: it is shorter than its header says");
        assertThat(Look.at(Bytes.riff("WEBP", Bytes.chunk("VP8 ", new Bytes().zeros(20))))
                        .damage())
                .startsWith("damaged: ");
        assertThat(Look.at(Bytes.riff("WEBP", Bytes.chunk("VP8L", new Bytes().zeros(20))))
                        .damage())
                .startsWith("damaged: ");
        assertThat(Look.at(Bytes.riff("WEBP", Bytes.chunk("ABCD", new Bytes().zeros(20))))
                        .damage())
                .startsWith("damaged: ");
        assertThat(Look.at(Bytes.of("RIFF\0\0\0\0WEBP")).damage()).startsWith("cut off: ");
    }

    @ParameterizedTest
    @CsvSource({"24, 8, RGB", "32, 8, RGB", "8, 8, PALETTE", "1, 1, PALETTE"})
    void readsBmp(int bits, int depth, Colour colour) {
        Bytes bmp =
                Bytes.of("BM").zeros(12).u32le(40).u32le(30).u32le(-20).u16le(1).u16le(bits);

        assertThat(picture(bmp, "image/bmp")).isEqualTo(new Picture(30, 20, depth, colour, false));
    }

    @Test
    void readsTheOldestBmp() {
        Bytes bmp =
                Bytes.of("BM").zeros(12).u32le(12).u16le(30).u16le(20).u16le(1).u16le(24);

        assertThat(picture(bmp, "image/bmp")).isEqualTo(new Picture(30, 20, 8, Colour.RGB, false));
    }

    @Test
    void doesNotTakeTwoLettersForBmp() {
        assertThat(Look.at(Bytes.of("BM").zeros(100)).contentType()).isNull();
        assertThat(Look.at(Bytes.of("BM").zeros(12).u32le(40).zeros(50)).contentType())
                .isNull();
        assertThat(Look.at(Bytes.hex("424D3600")).contentType()).isNull();
    }

    @Test
    void readsTiffOfBothByteOrders() {
        Bytes little = Bytes.of("II*\0").u32le(8).u16le(5);
        little.u16le(256).u16le(3).u32le(1).u32le(30);
        little.u16le(257).u16le(4).u32le(1).u32le(20);
        little.u16le(258).u16le(3).u32le(3).u32le(74);
        little.u16le(262).u16le(3).u32le(1).u32le(2);
        little.u16le(277).u16le(3).u32le(1).u32le(3);
        little.u32le(0).u16le(16);
        Bytes big = Bytes.of("MM\0*").u32(8).u16(2);
        big.u16(256).u16(3).u32(1).u16(30).u16(0);
        big.u16(262).u16(3).u32(1).u16(5).u16(0);

        assertThat(picture(little, "image/tiff")).isEqualTo(new Picture(30, 20, 16, Colour.RGB, false));
        assertThat(picture(big, "image/tiff")).isEqualTo(new Picture(30, 0, 1, Colour.CMYK, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"49492B00 08000000 00000000", "4D4D002B 00080000 00000000"})
    void knowsBigTiffByName(String hex) {
        assertThat(Look.at(Bytes.hex(hex)).contentType()).isEqualTo("image/tiff");
        assertThat(Look.at(Bytes.hex(hex)).picture()).isNull();
    }

    private static final Bytes IDAT = pngChunk("IDAT", new Bytes().zeros(20));
    private static final Bytes IEND = pngChunk("IEND", new Bytes());

    private static Bytes frame(String marker, int bits, int components) {
        return Bytes.hex("FF" + marker)
                .u16(8 + 3 * components)
                .u8(bits)
                .u16(200)
                .u16(320)
                .u8(components)
                .zeros(3 * components);
    }

    private static Bytes png(long width, long height, int bits, int type) {
        Bytes header = new Bytes().u32(width).u32(height).u8(bits).u8(type).zeros(3);
        return Bytes.of("\u0089PNG\r\n\u001A\n").add(pngChunk("IHDR", header));
    }

    private static Bytes pngChunk(String type, Bytes content) {
        CRC32 crc = new CRC32();
        crc.update(Bytes.of(type).add(content).array());
        return new Bytes().u32(content.size()).add(type).add(content).u32(crc.getValue());
    }

    private static Picture picture(Bytes bytes, String contentType) {
        Inspection inspection = Look.at(bytes);
        assertThat(inspection.contentType()).isEqualTo(contentType);
        return inspection.picture();
    }
}
