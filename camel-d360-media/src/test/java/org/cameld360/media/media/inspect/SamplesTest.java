package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.cameld360.media.media.Inspection;
import org.cameld360.media.media.Picture;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is found in the samples. */
class SamplesTest {

    private static final String TABLE = """
            animation.gif                | image/gif              | 256x192, 8 bits, PALETTE, animated | -                   | -
            audio-opus-stereo.ogg        | audio/ogg; codecs=opus | -                         | opus/2                       | 1000
            audio-vorbis.ogg             | audio/ogg              | -                         | vorbis/1                     | 1000
            audio-webm-named.ogg         | audio/webm             | -                         | opus/1                       | 1008
            audio.aac                    | audio/aac              | -                         | aac/1                        | -
            audio.amr                    | audio/amr              | -                         | amr-nb/1                     | -
            audio.m4a                    | audio/mp4              | -                         | aac/1                        | 1000
            audio.mp3                    | audio/mpeg             | -                         | mp3/1                        | 1044
            audio.wav                    | audio/wav              | -                         | pcm/1                        | 300
            invoice.pdf                  | application/pdf        | -                         | -                            | -
            note.txt                     | text                   | -                         | -                            | -
            photo-16bit.png              | image/png              | 256x192, 16 bits, RGB     | -                            | -
            photo.jpg                    | image/jpeg             | 256x192, 8 bits, RGB      | -                            | -
            photo.png                    | image/png              | 256x192, 8 bits, RGB      | -                            | -
            png-named.jpg                | image/png              | 256x192, 8 bits, RGB      | -                            | -
            sticker-300x200.webp         | image/webp             | 300x200, 8 bits, RGB      | -                            | -
            sticker-animated.webp        | image/webp             | 512x512, 8 bits, RGBA, animated | -                      | -
            sticker.webp                 | image/webp             | 512x512, 8 bits, RGB      | -                            | -
            table.csv                    | text                   | -                         | -                            | -
            video-h264-aac-moov-last.mp4 | video/mp4              | -                         | h264 + aac/1                 | 6000
            video-h264-aac.3gp           | video/3gpp             | -                         | h264 + aac/1                 | 6000
            video-h264-aac.mp4           | video/mp4              | -                         | h264 + aac/1                 | 6000
            video-h264-mp3.mp4           | video/mp4              | -                         | h264 + mp3                   | 5900
            video-h264-silent.mp4        | video/mp4              | -                         | h264                         | 1000
            video-hevc-aac.mp4           | video/mp4              | -                         | hevc + aac/1                 | 4000
            video-two-audio-streams.mp4  | video/mp4              | -                         | h264 + aac/1 + aac/1         | 1000
            voice-opus-mono.ogg          | audio/ogg; codecs=opus | -                         | opus/1                       | 1000
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void tellsWhatIsInEachSample(String sample, String type, String picture, String tracks, String millis) {
        Inspection found = Look.atSample(sample);

        assertThat(found.text() ? "text" : found.contentType()).isEqualTo(type);
        assertThat(found.picture() == null ? "-" : shown(found.picture())).isEqualTo(picture);
        assertThat(tracks(found)).isEqualTo(tracks);
        assertThat(found.duration() == null ? "-" : "" + found.duration().toMillis())
                .isEqualTo(millis);
        assertThat(found.damage()).isNull();
        assertThat(found.size()).isEqualTo(Samples.bytes(sample).length);
    }

    @Test
    void findsTheTruncatedVideoDamagedAndSaysAllTheSameWhatItWas() {
        Inspection found = Look.atSample("video-truncated.mp4");

        assertThat(found.contentType()).isEqualTo("video/mp4");
        assertThat(tracks(found)).isEqualTo("h264 + aac/1");
        assertThat(found.damage()).startsWith("cut off: ");
    }

    @Test
    void leavesNoSampleOut() {
        String named = Arrays.stream(TABLE.split("\n"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.joining(" "));

        assertThat((named + " video-truncated.mp4").split(" ")).hasSameElementsAs(Samples.names());
    }

    private static String shown(Picture picture) {
        return picture.width() + "x" + picture.height() + ", " + picture.bitDepth() + " bits, " + picture.colour()
                + (picture.animated() ? ", animated" : "");
    }

    private static String tracks(Inspection found) {
        return found.tracks().isEmpty()
                ? "-"
                : found.tracks().stream()
                        .map(track -> track.codec() + (track.channels() == 0 ? "" : "/" + track.channels()))
                        .collect(Collectors.joining(" + "));
    }
}
