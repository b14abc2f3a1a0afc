package org.cameld360.media.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cameld360.media.MediaRejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaDecisionSamplesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            photo.jpg                    | image    | image/jpeg
            photo.png                    | image    | image/png
            sticker.webp                 | sticker  | image/webp
            video-h264-aac.mp4           | video    | video/mp4
            video-h264-aac-moov-last.mp4 | video    | video/mp4
            video-h264-aac.3gp           | video    | video/3gpp
            video-h264-silent.mp4        | video    | video/mp4
            audio.aac                    | audio    | audio/aac
            audio.m4a                    | audio    | audio/mp4
            audio.mp3                    | audio    | audio/mpeg
            audio.amr                    | audio    | audio/amr
            voice-opus-mono.ogg          | audio    | audio/ogg; codecs=opus
            invoice.pdf                  | document | application/pdf
            note.txt                     | document | text/plain
            """)
    void sendsSamplesAsWhatTheyAreOnBothVersions(String sample, String type, String contentType) {
        MediaDecision expected = Wishes.going(MediaType.of(type).orElseThrow(), contentType, sample);

        assertThat(decide(sample, "v1")).isEqualTo(expected);
        assertThat(decide(sample, "v2")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1 | table.csv             | document | text/csv
            v2 | table.csv             | document | text/plain
            v2 | sticker-animated.webp | sticker  | image/webp
            v1 | audio-opus-stereo.ogg | audio    | audio/ogg; codecs=opus
            """)
    void sendsSamplesAsThatVersionTakesThem(String version, String sample, String type, String contentType) {
        assertThat(decide(sample, version))
                .isEqualTo(Wishes.going(MediaType.of(type).orElseThrow(), contentType, sample));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1 | animation.gif         | content-type | it is image/gif
            v2 | animation.gif         | content-type | it is image/gif
            v1 | sticker-animated.webp | animated     | it is animated
            v1 | audio-vorbis.ogg      | codec        | its sound is Vorbis
            v2 | audio-vorbis.ogg      | codec        | its sound is Vorbis
            v1 | audio-webm-named.ogg  | content-type | it is audio/webm
            v2 | audio-webm-named.ogg  | content-type | it is audio/webm
            v1 | audio.wav             | content-type | it is audio/wav
            v2 | audio.wav             | content-type | it is audio/wav
            """)
    void refusesSamplesThatThatVersionDoesNotTake(String version, String sample, String rule, String found) {
        assertThatThrownBy(() -> decide(sample, version))
                .isInstanceOfSatisfying(MediaRejectedException.class, e -> assertThat(e.getRule())
                        .isEqualTo(rule))
                .hasMessageStartingWith("Refused '" + sample + "': " + found + ", and " + version + " takes ");
    }

    @ParameterizedTest
    @CsvSource({"animation.gif, image/gif", "audio.wav, audio/wav", "sticker-animated.webp, image/webp"})
    void sendsWhatV1RefusesAsADocumentWhereThatIsWanted(String sample, String contentType) {
        assertThat(Wishes.named(sample).orDocument().decide(Samples.inspect(sample), MediaRules.V1))
                .isEqualTo(Wishes.going(MediaType.DOCUMENT, contentType, sample));
    }

    private static MediaDecision decide(String sample, String version) {
        return Wishes.named(sample).decide(Samples.inspect(sample), Wishes.rules(version));
    }
}
