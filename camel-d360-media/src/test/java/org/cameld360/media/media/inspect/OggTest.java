package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Samples;
import org.cameld360.media.media.Track;
import org.cameld360.media.media.Track.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ogg files built by hand. */
class OggTest {

    private static final Bytes OPUS =
            Bytes.of("OpusHead\u0001\u0002").u16le(312).zeros(7);
    private static final Bytes VORBIS =
            Bytes.of("\u0001vorbis").u32le(0).u8(1).u32le(44_100).zeros(14);
    private static final Bytes FLAC = Bytes.of("\u007FFLAC\u0001\0\0\u0001fLaC")
            .u32(0x80000022L)
            .zeros(10)
            .u64(48_000L << 44 | 1L << 41)
            .zeros(16);
    private static final Bytes SPEEX =
            Bytes.of("Speex   ").zeros(28).u32le(16_000).zeros(8).u32le(1).zeros(28);
    private static final Bytes THEORA = Bytes.of("\u0080theora").zeros(35);

    static Object[][] codecs() {
        return new Object[][] {
            {OPUS, "audio/ogg; codecs=opus", new Track(Kind.AUDIO, "opus", 2)},
            {VORBIS, "audio/ogg", new Track(Kind.AUDIO, "vorbis", 1)},
            {FLAC, "audio/ogg", new Track(Kind.AUDIO, "flac", 2)},
            {SPEEX, "audio/ogg", new Track(Kind.AUDIO, "speex", 1)},
            {THEORA, "video/ogg", new Track(Kind.VIDEO, "theora", 0)},
            {Bytes.of("OVP80").zeros(20), "video/ogg", new Track(Kind.VIDEO, "vp8", 0)},
            {Bytes.of("BBCD\0").zeros(20), "video/ogg", new Track(Kind.VIDEO, "dirac", 0)},
            {Bytes.of("\u0001video\0\0\0XVID").zeros(40), "video/ogg", new Track(Kind.VIDEO, "unknown:XVID", 0)},
            {Bytes.of("fishead\0").zeros(56), "application/ogg", new Track(Kind.OTHER, "unknown", 0)}
        };
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void namesTheCodec(Bytes packet, String contentType, Track track) {
        Inspection found = Look.at(page(2, 0, 1, packet).add(page(4, 0, 1, Bytes.of("end"))));

        assertThat(found.contentType()).isEqualTo(contentType);
        assertThat(found.tracks()).containsExactly(track);
        assertThat(found.damage()).isNull();
    }

    @Test
    void takesOnlyOpusAloneForOpus() {
        Bytes both = page(2, 0, 1, OPUS).add(page(2, 0, 2, VORBIS)).add(page(0, 0, 1, Bytes.of("x")));
        Bytes film = page(2, 0, 1, OPUS).add(page(2, 0, 2, THEORA)).add(page(0, 0, 1, Bytes.of("x")));

        assertThat(Look.at(both).contentType()).isEqualTo("audio/ogg");
        assertThat(Look.at(both).tracks()).hasSize(2);
        assertThat(Look.at(film).contentType()).isEqualTo("video/ogg");
    }

    @Test
    void tellsTheDurationByTheLastPageOfTheSameStream() {
        Bytes opus = page(2, 0, 1, OPUS).add(page(0, 0, 1, Bytes.of("x"))).add(page(4, 96_312, 1, Bytes.of("x")));
        Bytes other = page(2, 0, 1, OPUS).add(page(4, 96_312, 7, Bytes.of("x")));
        Bytes none = page(2, 0, 1, OPUS).add(page(4, -1, 1, Bytes.of("x")));

        assertThat(Look.at(opus).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Look.at(other).duration()).isNull();
        assertThat(Look.at(none).duration()).isNull();
    }

    @Test
    void saysThatPagesAreDamaged() {
        byte[] first = Samples.bytes("voice-opus-mono.ogg");
        first[30] ^= 1;
        byte[] last = Samples.bytes("voice-opus-mono.ogg");
        last[last.length - 1] ^= 1;
        byte[] zeros = Arrays.copyOf(Samples.bytes("voice-opus-mono.ogg"), 100_000);

        assertThat(Look.at(first).damage()).isEqualTo("damaged: the checksum of one of its pages is wrong");
        assertThat(Look.at(last).damage()).isEqualTo("damaged: the checksum of one of its pages is wrong");
        assertThat(Look.at(zeros).damage()).isEqualTo("damaged: something else stands at its end");
    }

    @Test
    void saysThatItIsCutOff() {
        byte[] voice = Samples.bytes("voice-opus-mono.ogg");

        assertThat(Look.at(Arrays.copyOf(voice, voice.length - 1)).damage())
                .isEqualTo("cut off: it ends within a page");
        assertThat(Look.at(page(2, 0, 1, OPUS)).damage())
                .isEqualTo("cut off: its headers are not followed by anything");
        assertThat(Look.at(page(0, 0, 1, Bytes.of("x"))).damage()).isEqualTo("cut off: its beginning is missing");
        assertThat(Look.at(Bytes.of("OggS\0")).damage()).startsWith("cut off: ");
    }

    @Test
    void readsPagesOfManySegments() {
        Bytes packet = new Bytes().add(OPUS).zeros(60_000);

        assertThat(Look.at(page(2, 0, 1, packet).add(page(4, 0, 1, packet))).damage())
                .isNull();
    }

    static Bytes page(int flags, long position, int stream, Bytes packet) {
        int segments = packet.size() / 255 + 1;
        Bytes page = Bytes.of("OggS\0")
                .u8(flags)
                .u64le(position)
                .u32le(stream)
                .u32le(0)
                .u32le(0)
                .u8(segments);
        for (int i = 0; i < segments; i++) {
            page.u8(Math.min(255, packet.size() - i * 255));
        }
        byte[] bytes = page.add(packet).array();
        int crc = 0;
        for (byte b : bytes) {
            crc = crc << 8 ^ TABLE[(crc >>> 24 ^ b) & 0xFF];
        }
        for (int i = 0; i < 4; i++) {
            bytes[22 + i] = (byte) (crc >> 8 * i);
        }
        return new Bytes().add(bytes);
    }

    /** By bytes, as libogg does it and the code under test doesn't. */
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80000000) != 0 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
            }
            TABLE[i] = crc;
        }
    }
}
