package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cameld360.media.media.inspect.Bytes.element;

import java.time.Duration;
import java.util.Arrays;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matroska and WebM built by hand. */
class MatroskaTest {

    static final long SEGMENT = 0x18538067L;
    static final long TRACKS = 0x1654AE6BL;
    private static final long INFO = 0x1549A966L;
    private static final long CLUSTER = 0x1F43B675L;

    @ParameterizedTest
    @CsvSource({
        "webm, V_VP9, A_OPUS, video/webm, vp9, opus",
        "webm, V_AV1, A_VORBIS, video/webm, av1, vorbis",
        "matroska, V_MPEG4/ISO/AVC, A_AAC/MPEG4/LC, video/x-matroska, h264, aac",
        "matroska, V_MPEGH/ISO/HEVC, A_MPEG/L3, video/x-matroska, hevc, mp3",
        "matroska, V_NEW, A_NEW, video/x-matroska, unknown:V_NEW, unknown:A_NEW"
    })
    void namesTheCodecs(String type, String video, String sound, String contentType, String picture, String heard) {
        Bytes tracks = element(TRACKS, track(1, video), track(2, sound, channels(2)), track(17, "S_TEXT/UTF8"));
        Inspection found = Look.at(header(type).add(element(SEGMENT, tracks)));

        assertThat(found.contentType()).isEqualTo(contentType);
        assertThat(found.tracks())
                .containsExactly(
                        new Track(Kind.VIDEO, picture, 0),
                        new Track(Kind.AUDIO, heard, 2),
                        new Track(Kind.OTHER, "unknown:S_TEXT/UTF8", 0));
        assertThat(found.damage()).isNull();
    }

    @Test
    void takesSoundWithoutPicturesForAudio() {
        Bytes tracks = element(TRACKS, track(2, "A_OPUS"));

        assertThat(Look.at(header("webm").add(element(SEGMENT, tracks))).contentType())
                .isEqualTo("audio/webm");
        assertThat(Look.at(header("matroska").add(element(SEGMENT, tracks))).contentType())
                .isEqualTo("audio/x-matroska");
        assertThat(Look.at(header("webm").add(element(SEGMENT, tracks))).tracks())
                .containsExactly(new Track(Kind.AUDIO, "opus", 0));
    }

    @Test
    void countsOneChannelWhereTheSoundIsDescribedWithoutThem() {
        Bytes tracks = element(TRACKS, track(2, "A_OPUS", element(0xE1, element(0xB5, new Bytes().u32(0)))));

        assertThat(Look.at(header("webm").add(element(SEGMENT, tracks))).tracks())
                .containsExactly(new Track(Kind.AUDIO, "opus", 1));
    }

    @Test
    void countsNoMoreChannelsThanAreShown() {
        Bytes absurd = element(0xE1, element(0x9F, new Bytes().u64(Long.MIN_VALUE + 5)));
        Bytes longer = element(0xE1, element(0x9F, new Bytes().zeros(9)));
        Bytes tracks = element(TRACKS, track(2, "A_OPUS", absurd), track(2, "A_OPUS", longer));

        assertThat(Look.at(header("webm").add(element(SEGMENT, tracks))).tracks())
                .allSatisfy(track -> assertThat(track.channels()).isEqualTo(255));
    }

    @Test
    void readsWhatABrowserRecordsWithoutSizes() {
        Bytes segment = Bytes.hex("18538067 01FFFFFFFFFFFFFF")
                .add(element(TRACKS, track(2, "A_OPUS")))
                .add(Bytes.hex("1F43B675 01FFFFFFFFFFFFFF"))
                .zeros(100);

        assertThat(Look.at(header("webm").add(segment)).damage()).isNull();
    }

    @Test
    void tellsTheDuration() {
        Bytes scale = element(0x2AD7B1, new Bytes().u32(1_000_000));
        Bytes wide = element(INFO, scale, element(0x4489, new Bytes().u64(Double.doubleToLongBits(1500))));
        Bytes narrow = element(INFO, element(0x4489, new Bytes().u32(Float.floatToIntBits(1500))));
        Bytes absurd = element(INFO, element(0x4489, new Bytes().u64(Double.doubleToLongBits(Double.NaN))));
        Bytes tracks = element(TRACKS, track(2, "A_OPUS"));

        assertThat(Look.at(header("webm").add(element(SEGMENT, wide, tracks))).duration())
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(Look.at(header("webm").add(element(SEGMENT, narrow, tracks))).duration())
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(Look.at(header("webm").add(element(SEGMENT, absurd, tracks))).duration())
                .isNull();
    }

    @Test
    void stepsOverMediaDataOfAKnownSize() {
        Bytes segment = element(SEGMENT, element(CLUSTER, new Bytes().zeros(5000)), element(TRACKS, track(1, "V_VP8")));

        assertThat(Look.at(header("webm").add(segment)).tracks()).hasSize(1);
    }

    @Test
    void saysThatItIsDamaged() {
        byte[] sample = Samples.bytes("audio-webm-named.ogg");

        assertThat(Look.at(Arrays.copyOf(sample, 5000)).damage()).startsWith("cut off: ");
        assertThat(Look.at(header("webm")).damage()).isNull();
        assertThat(Look.at(header("webm").add(element(SEGMENT, element(CLUSTER))))
                        .damage())
                .isEqualTo("damaged: it doesn't say what its tracks are");
        assertThat(Look.at(header("webm").add(element(SEGMENT, Bytes.hex("00"))))
                        .damage())
                .startsWith("damaged: ");
        assertThat(Look.at(header("webm").add(element(SEGMENT, Bytes.hex("8000"))))
                        .damage())
                .startsWith("damaged: ");
        assertThat(Look.at(Bytes.hex("1A45DFA3")).contentType()).isNull();
    }

    static Bytes header(String type) {
        return element(0x1A45DFA3, element(0x4282, Bytes.of(type)));
    }

    static Bytes track(int type, String codec, Bytes... more) {
        return element(0xAE, element(0x83, new Bytes().u8(type)), element(0x86, Bytes.of(codec + "\0")), all(more));
    }

    private static Bytes channels(int count) {
        return element(0xE1, element(0xB5, new Bytes().u32(0)), element(0x9F, new Bytes().u8(count)));
    }

    private static Bytes all(Bytes... parts) {
        Bytes all = new Bytes();
        for (Bytes part : parts) {
            all.add(part);
        }
        return all;
    }
}
