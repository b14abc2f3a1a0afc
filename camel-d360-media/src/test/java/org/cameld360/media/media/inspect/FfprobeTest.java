package org.cameld360.media.media.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cameld360.media.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compares with ffprobe where it is installed. */
class FfprobeTest {

    private static final String TABLE = """
            sticker-animated.webp       | size     | 0x0   | 512x512 | ffmpeg 5 can't read animated WebP
            animated.webp               | size     | 0x0   | 64x48   | as above
            video-h264-mp3.mp4          | audio    | mp3/1 | mp3/0   | it reads the sound itself
            audio.aac                   | duration | 1044  | -       | as above
            audio.amr                   | duration | 1032  | -       | as above
            sound.mp2                   | duration | 360   | -       | as above
            stereo.aac                  | duration | 384   | -       | as above
            fragmented.m4a              | duration | 364   | -       | it adds up the fragments
            fragmented.mp4              | duration | 600   | -       | as above
            audio-opus-stereo.ogg       | duration | 1006  | 1000    | it counts what the decoder leaves out
            voice-opus-mono.ogg         | duration | 1006  | 1000    | as above
            speex.ogg                   | duration | 300   | 291     | as above
            theora.ogv                  | duration | 600   | -       | Theora's positions are no times
            """;

    private static final Set<String> PICTURES = Set.of("gif", "png", "apng", "webp", "bmp", "tiff");

    @Test
    @Timeout(120)
    void agreesButForWhatIsExplained() throws Exception {
        Differences differences = new Differences();
        List<String> samples = new ArrayList<>(Samples.names());
        samples.addAll(Samples.moreNames());
        for (String sample : samples) {
            differences.compare(sample, theirs(sample), Differences.facts(Samples.inspect(sample)));
        }

        differences.areExplainedBy(TABLE);
    }

    private static Map<String, String> theirs(String sample) throws Exception {
        List<Map<String, String>> streams = new ArrayList<>();
        String duration = "-";
        for (String line : ffprobe(Samples.path(sample).toString())) {
            Map<String, String> fields = Arrays.stream(line.split("\\|"))
                    .filter(field -> field.contains("="))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(field -> field[0], field -> field[1]));
            if (line.startsWith("stream")) {
                streams.add(fields);
            } else {
                duration = fields.get("duration");
            }
        }
        Map<String, String> facts = new TreeMap<>();
        if (streams.size() == 1 && isPicture(sample, streams.get(0).get("codec_name"))) {
            facts.put("size", streams.get(0).get("width") + "x" + streams.get(0).get("height"));
            facts.put("animated", "" + streams.get(0).get("codec_name").equals("apng"));
            if (!streams.get(0).get("codec_name").equals("png")) {
                facts.remove("animated");
            }
        } else if (!streams.isEmpty()) {
            facts.put("video", tracks(streams, "video"));
            facts.put("audio", tracks(streams, "audio"));
            facts.put("duration", millis(duration));
        }
        return facts;
    }

    private static boolean isPicture(String sample, String codec) {
        return PICTURES.contains(codec)
                || (codec.equals("mjpeg") && sample.endsWith(".jpg"))
                || sample.endsWith(".avif");
    }

    private static String tracks(List<Map<String, String>> streams, String type) {
        String tracks = streams.stream()
                .filter(stream -> type.equals(stream.get("codec_type")))
                .map(stream -> type.equals("audio")
                        ? name(stream.get("codec_name")) + "/" + stream.get("channels")
                        : stream.get("codec_name"))
                .collect(Collectors.joining(" + "));
        return tracks.isEmpty() ? "-" : tracks;
    }

    private static String name(String codec) {
        return codec.startsWith("pcm_") ? "pcm" : codec.replace("amr_nb", "amr-nb");
    }

    private static String millis(String seconds) {
        return seconds.equals("N/A") ? "-" : "" + (long) (Double.parseDouble(seconds) * 1_000 + 0.000_5);
    }

    private static List<String> ffprobe(String file) throws IOException, InterruptedException {
        List<String> command = List.of(
                "ffprobe",
                "-v",
                "quiet",
                "-show_entries",
                "stream=codec_type,codec_name,channels,width,height:format=duration",
                "-of",
                "compact=nk=0",
                file);
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            return abort("ffprobe is not on the PATH, so nothing was compared with it. It is not needed.");
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.lines().toList();
    }
}
