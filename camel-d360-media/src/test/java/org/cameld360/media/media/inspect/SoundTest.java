package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound built by hand. */
class SoundTest {

    private static final int LAYER3_FRAME = 417; // 128 kbit/s at 44.1 kHz

    @ParameterizedTest
    @CsvSource({
        "FFFB9000, 417, mp3, 2",
        "FFFB90C0, 417, mp3, 1",
        "FFFB9200, 418, mp3, 2", // padded
        "FFF39000, 261, mp3, 2", // MPEG-2
        "FFE39000, 522, mp3, 2", // MPEG-2.5
        "FFFD9000, 522, mp2, 2",
        "FFFA9000, 417, mp3, 2" // with a checksum
    })
    void takesMpegFramesForSoundWhereASecondOneFollows(String header, int length, String codec, int channels) {
        Bytes frames = frame(header, length).add(frame(header, length));

        assertThat(Look.at(frames).contentType()).isEqualTo("audio/mpeg");
        assertThat(Look.at(frames).tracks()).containsExactly(new Track(Kind.AUDIO, codec, channels));
        assertThat(Look.at(frames).damage()).isNull();
        assertThat(Look.at(frame(header, length + 1).add(frame(header, length))).contentType())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000",
                "FFFE4100",
                "FEFF0041",
                "FFFFFFFF",
                "FFE00000",
                "FFEB9064",
                "FFFBF064",
                "FFFB9C64",
                "FFFB0064"
            })
    void leavesOtherBytesUnknown(String hex) {
        assertThat(Look.at(Bytes.hex(hex)).contentType()).isNull();
        assertThat(Look.at(Bytes.hex(hex).zeros(2000)).contentType()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void doesNotTakeUtf16TextForSound(String charset) {
        byte[] text = "\uFEFFid,name\n1,Zo\u00EB\n".repeat(200).getBytes(Charset.forName(charset));

        assertThat(Look.at(text).contentType()).isNull();
        assertThat(Look.at(text).text()).isFalse();
    }

    @Test
    void findsMp3BehindTagsAndPadding() {
        Bytes file = id3(300).add(id3(20)).zeros(50).add(mp3()).add(mp3());

        assertThat(Look.at(file).tracks()).containsExactly(new Track(Kind.AUDIO, "mp3", 2));
        assertThat(Look.at(file).damage()).isNull();
    }

    @Test
    void takesOneFrameWithATagBehindItForSound() {
        assertThat(Look.at(mp3().add("TAG").zeros(125)).contentType()).isEqualTo("audio/mpeg");
        assertThat(Look.at(mp3()).damage()).isNull();
        assertThat(Look.at(Bytes.hex("FFFB9064")).damage()).isEqualTo("cut off: it ends within its first frame");
    }

    @Test
    void saysThatTagsStandAlone() {
        assertThat(Look.at(id3(300).zeros(30_000)).damage()).isEqualTo("damaged: no sound follows its tags");
        assertThat(Look.at(Bytes.of("ID3\u0004\0\0\u007F\u007F\u007F\u007F")).damage())
                .isEqualTo("cut off: it ends within its tags");
        assertThat(Look.at(Bytes.of("ID3\u0004\0\0\u00FF\0\0\0").zeros(20)).contentType())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xing", "Info"})
    void tellsTheDurationOfMp3WhereATagDoes(String tag) {
        Bytes first = Bytes.hex("FFFB9000").zeros(32).add(tag).u32(1).u32(100);
        Bytes file = first.zeros(LAYER3_FRAME - first.size()).add(mp3());

        assertThat(Look.at(file).duration()).isEqualTo(Duration.ofMillis(100 * 1152 * 1000L / 44_100));
    }

    @Test
    void tellsTheDurationOfMp3ByTheOtherTag() {
        Bytes first = Bytes.hex("FFFB9000").zeros(32).add("VBRI").zeros(10).u32(100);

        assertThat(Look.at(first.zeros(LAYER3_FRAME - first.size()).add(mp3())).duration())
                .isEqualTo(Duration.ofMillis(2612));
    }

    @ParameterizedTest
    @CsvSource({"FFF15040, 1", "FFF15080, 2", "FFF95080, 2", "FFF151C0, 8"})
    void takesAdtsFramesForAacWhereASecondOneFollows(String header, int channels) {
        Bytes frame = adts(header, 50);

        assertThat(Look.at(new Bytes().add(frame).add(frame)).contentType()).isEqualTo("audio/aac");
        assertThat(Look.at(id3(20).add(frame).add(frame)).tracks())
                .containsExactly(new Track(Kind.AUDIO, "aac", channels));
        assertThat(Look.at(frame).contentType()).isEqualTo("audio/aac");
        assertThat(Look.at(new Bytes().add(frame).zeros(50)).contentType()).isNull();
    }

    @Test
    void saysThatAacIsCutOff() {
        assertThat(Look.at(Bytes.hex("FFF1508002DFFC")).damage()).isEqualTo("cut off: it ends within its first frame");
        assertThat(Look.at(Bytes.hex("FFF15080 001FFC")).contentType()).isNull();
        assertThat(Look.at(Bytes.hex("FFF17C80 02DFFC")).contentType()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2321414D520A 3C, audio/amr, amr-nb",
        "2321414D520A 7C, audio/amr, amr-nb",
        "2321414D522D57420A 4C, audio/amr-wb, amr-wb"
    })
    void readsAmr(String hex, String type, String codec) {
        Inspection found = Look.at(Bytes.hex(hex).zeros(31));

        assertThat(found.contentType()).isEqualTo(type);
        assertThat(found.tracks()).containsExactly(new Track(Kind.AUDIO, codec, 1));
        assertThat(found.damage()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4C00", "8000", "3F00"})
    void saysThatAmrIsDamaged(String hex) {
        assertThat(Look.at(Bytes.of("#!AMR\n").add(Bytes.hex(hex))).damage())
                .isEqualTo("damaged: its first frame is of no known kind");
    }

    @Test
    void readsFlac() {
        Bytes stream = Bytes.of("fLaC").u32(0x80000022L).zeros(10).u64(44_100L << 44 | 1L << 41 | 15L << 36 | 88_200);

        assertThat(Look.at(stream).contentType()).isEqualTo("audio/flac");
        assertThat(Look.at(stream).tracks()).containsExactly(new Track(Kind.AUDIO, "flac", 2));
        assertThat(Look.at(stream).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Look.at(id3(20).add(stream)).contentType()).isEqualTo("audio/flac");
        assertThat(Look.at(Bytes.hex("664C614300")).damage()).startsWith("cut off: ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, pcm",
        "3, pcm",
        "6, pcm-alaw",
        "7, pcm-mulaw",
        "17, adpcm",
        "85, mp3",
        "255, aac",
        "4660, unknown:1234"
    })
    void readsWav(int format, String codec) {
        Bytes file = Bytes.riff(
                "WAVE",
                Bytes.chunk("LIST", Bytes.of("odd")),
                Bytes.chunk("fmt ", wavFormat(format, 2)),
                Bytes.chunk("data", new Bytes().zeros(400)));

        assertThat(Look.at(file).contentType()).isEqualTo("audio/wav");
        assertThat(Look.at(file).tracks()).containsExactly(new Track(Kind.AUDIO, codec, 2));
        assertThat(Look.at(file).duration()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void readsWavOfTheExtensibleFormat() {
        Bytes format = wavFormat(0xFFFE, 6).u16le(22).zeros(6).u16le(3).zeros(14);

        assertThat(Look.at(Bytes.riff("WAVE", Bytes.chunk("fmt ", format))).tracks())
                .containsExactly(new Track(Kind.AUDIO, "pcm", 6));
    }

    @Test
    void forgivesWavThatWasStreamedAndSaysOfOthersThatTheyAreCutOff() {
        byte[] streamed = Samples.bytes("audio.wav");
        for (int i = 4; i < 8; i++) {
            streamed[i] = (byte) 0xFF;
        }

        assertThat(Look.at(streamed).damage()).isNull();
        assertThat(Look.at(java.util.Arrays.copyOf(Samples.bytes("audio.wav"), 5000))
                        .damage())
                .startsWith("cut off: ");
        assertThat(Look.at(Bytes.of("RIFF\u0010\0\0\0CDDA\0\0\0\0")).contentType())
                .isNull();
    }

    @Test
    void readsAvi() {
        Bytes video = list(
                "strl",
                Bytes.chunk("strh", Bytes.of("vidsXVID").zeros(48)),
                Bytes.chunk("strf", new Bytes().zeros(16).add("XVID").zeros(20)));
        Bytes sound =
                list("strl", Bytes.chunk("strh", Bytes.of("auds").zeros(52)), Bytes.chunk("strf", wavFormat(0x55, 2)));
        Bytes text = list("strl", Bytes.chunk("strh", Bytes.of("txts").zeros(52)));
        Bytes header = Bytes.chunk(
                "avih", new Bytes().u32le(40_000).zeros(12).u32le(50).zeros(36));
        Inspection found = Look.at(Bytes.riff("AVI ", list("hdrl", header, video, sound, text)));

        assertThat(found.contentType()).isEqualTo("video/x-msvideo");
        assertThat(found.tracks())
                .containsExactly(
                        new Track(Kind.VIDEO, "mpeg4", 0),
                        new Track(Kind.AUDIO, "mp3", 2),
                        new Track(Kind.OTHER, "unknown", 0));
        assertThat(found.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Look.at(Bytes.riff("AVI ")).tracks()).isEmpty();
    }

    private static Bytes mp3() {
        return frame("FFFB9000", LAYER3_FRAME);
    }

    private static Bytes frame(String header, int length) {
        return Bytes.hex(header).zeros(length - 4);
    }

    static Bytes id3(int size) {
        return Bytes.of("ID3\u0004\0\0\0\0").u8(size >> 7).u8(size & 0x7F).zeros(size);
    }

    private static Bytes adts(String header, int length) {
        byte[] frame = Bytes.hex(header).zeros(length - 4).array();
        frame[4] = (byte) (length >> 3);
        frame[5] = (byte) (length << 5 | 0x1F);
        return new Bytes().add(frame);
    }

    private static Bytes wavFormat(int format, int channels) {
        return new Bytes()
                .u16le(format)
                .u16le(channels)
                .u32le(1000)
                .u32le(4000)
                .u16le(4)
                .u16le(16);
    }

    private static Bytes list(String type, Bytes... chunks) {
        Bytes content = Bytes.of(type);
        for (Bytes chunk : chunks) {
            content.add(chunk);
        }
        return Bytes.chunk("LIST", content);
    }
}
