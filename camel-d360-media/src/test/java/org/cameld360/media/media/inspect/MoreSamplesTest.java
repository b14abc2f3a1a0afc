package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;

/** Everything that is found in files of formats that the samples leave out. */
class MoreSamplesTest {

    private static final String TABLE = """
            alac.m4a        | audio=alac/1 duration=300 type=audio/mp4
            animated.png    | animated=true bits=8 colour=RGB size=64x48 type=image/png
            animated.webp   | animated=true bits=8 colour=RGB size=64x48 type=image/webp
            av1.mp4         | duration=600 type=video/mp4 video=av1
            both.mov        | audio=aac/1 duration=600 type=video/quicktime video=h264
            both.webm       | audio=opus/1 duration=607 type=video/webm video=vp8
            deep.tiff       | animated=false bits=16 colour=RGB size=16x12 type=image/tiff
            flac.ogg        | audio=flac/1 duration=300 type=audio/ogg
            fragmented.m4a  | audio=aac/1 type=audio/mp4
            fragmented.mp4  | type=video/mp4 video=h264
            grey16.png      | animated=false bits=16 colour=GREY size=64x48 type=image/png
            h263.3gp        | duration=600 type=video/3gpp video=h263
            h264.mkv        | duration=600 type=video/x-matroska video=h264
            hvc1.mov        | duration=600 type=video/quicktime video=hevc
            lossless.webp   | animated=false bits=8 colour=RGB size=64x48 type=image/webp
            mono.png        | animated=false bits=1 colour=GREY size=64x48 type=image/png
            mpeg4.mp4       | duration=600 type=video/mp4 video=mpeg4
            opus.mka        | audio=opus/1 duration=308 type=audio/x-matroska
            opus.mp4        | audio=opus/1 duration=300 type=audio/mp4
            palette.png     | animated=false bits=8 colour=PALETTE size=64x48 type=image/png
            photo.avif      | animated=false bits=8 colour=UNKNOWN size=64x48 type=image/avif
            photo.bmp       | animated=false bits=8 colour=RGB size=16x12 type=image/bmp
            rgba.png        | animated=false bits=8 colour=RGBA size=64x48 type=image/png
            six.wav         | audio=pcm/6 duration=50 type=audio/wav
            sound.mov       | audio=aac/1 duration=300 type=video/quicktime
            sound.mp2       | audio=mp2/1 type=audio/mpeg
            speex.ogg       | audio=speex/1 duration=291 type=audio/ogg
            stereo.aac      | audio=aac/2 type=audio/aac
            stereo.mp3      | audio=mp3/2 duration=339 type=audio/mpeg
            still.gif       | animated=false bits=8 colour=PALETTE size=64x48 type=image/gif
            tagged.mp3      | audio=mp3/1 duration=396 type=audio/mpeg
            theora.ogv      | type=video/ogg video=theora
            vp8.webm        | duration=600 type=video/webm video=vp8
            vp9.webm        | duration=600 type=video/webm video=vp9
            xvid.avi        | audio=mp3/1 duration=600 type=video/x-msvideo video=mpeg4
            ya8.png         | animated=false bits=8 colour=GREY_ALPHA size=64x48 type=image/png
            """;

    @Test
    void tellsWhatIsInEach() {
        Map<String, String> found = new TreeMap<>();
        for (String name : Samples.moreNames()) {
            String facts = Differences.facts(Look.atSample(name)).entrySet().stream()
                    .filter(fact -> !fact.getValue().equals("-"))
                    .map(Map.Entry::toString)
                    .collect(Collectors.joining(" "));
            found.put(name.substring(name.lastIndexOf('/') + 1), facts);
        }

        String table = found.entrySet().stream()
                .map(entry -> String.format("%-15s | %s\n", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        assertThat(table).isEqualTo(TABLE);
    }

    @Test
    void findsOnlyFragmentedSoundDamaged() {
        assertThat(Samples.moreNames())
                .filteredOn(name -> Look.atSample(name).damage() != null)
                .containsExactly("../samples-more/fragmented.m4a");
    }
}
